import { attributeColumn } from '@/lib/columns';
import { daysOf } from '../days-of';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned, LEARNING_SECONDS } from '../first-seen';
import { hasOwnWill, shownUser } from '../identity';
import { confidenceOfNew } from '../levels';
import { queryOf, queryOfAny } from '../query-of';
import { rowsBy } from '../rows-by';
import type { Tally, TallyRow } from '../tally';
import { counted, lengthOf, listed } from '../words';

const BUCKET_SECONDS = 600;
/** On so many days it is what is done there. */
const HABIT_DAYS = 2;
const TRAITS = ['pod.privileged', 'pod.hostPID', 'pod.hostPaths', 'pod.capabilities'] as const;
/** Places in a key. */
const [USER, NAMESPACE, BARE, PRIVILEGED, HOST_PID, HOST_PATHS, CAPABILITIES] = [0, 1, 2, 3, 4, 5, 6] as const;
const RESOURCES = ['pods', 'deployments', 'daemonsets', 'statefulsets', 'replicasets', 'jobs', 'cronjobs'];
const VERBS = ['create', 'update', 'patch'];
/** With which one has the node: Falco's and Panther's lists of sensitive paths. */
const SENSITIVE_PATH =
  /^(?:\/|\/(?:etc|root|proc|sys|var|home|boot|dev)\/?|\/var\/run\/?|(?:\/var)?\/run\/(?:docker|containerd\/containerd|crio\/crio)\.sock|\/var\/lib\/(?:kubelet|docker|containerd|etcd)(?:\/.*)?|\/etc\/(?:kubernetes|cron[^/]*|systemd|ssh)(?:\/.*)?|\/root\/.*)$/;
const CAPABILITY =
  /^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|SYS_RAWIO|SYS_BOOT|BPF|DAC_READ_SEARCH|NET_ADMIN)$/i;

const PODS: Tally = {
  name: 'pod-traits',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'verb', test: (verb) => VERBS.includes(String(verb)) },
    { field: 'resource', test: (resource) => RESOURCES.includes(String(resource)) },
  ],
  by: [
    { field: 'user', optional: true },
    { field: 'namespace', optional: true },
    { field: 'resource', as: (resource) => (resource === 'pods' ? 'pod' : 'template') },
    ...TRAITS.map((trait) => ({ field: attributeColumn(trait), optional: true }) as const),
  ],
  bucketSeconds: BUCKET_SECONDS,
};

export const dangerousPods: Detector = {
  name: 'dangerous-pods',
  title: 'Pods that have their node',
  about:
    'A pod, or a workload that makes pods, was made privileged, with the processes or sensitive paths of its node, or with capabilities that amount to it, where nobody had made such a one in the two days or more before: in this namespace, or this user no bare pod of the kind. A bare pod that has all of its node is found without history, too, unless such are made on several days. Needs audit events with bodies (level Request or more).',
  falsePositives:
    'The installation of an agent for nodes: networks, storage, monitoring. Look at who made it and its image.',
  types: ['audit'],
  techniques: ['T1610', 'T1611'],
  needs: { bodiesOf: RESOURCES },
  tallies: [PODS],
  *detect(history) {
    const span = history.span('audit');
    const rows = history.tallied(PODS).rows.filter((row) => dangersOf(row.key).length > 0);
    for (const [namespace, own] of rowsBy(rows, NAMESPACE)) {
      const knownHere = firstsOf(own, traitsKey);
      const knownOfUser = firstsOf(own, bareKey);
      const fresh = own.filter((row) => {
        const here = knownHere.get(traitsKey(row.key)) ?? row.first;
        const byUser = knownOfUser.get(bareKey(row.key)) ?? row.first;
        const first = isBare(row.key) ? byUser : here;
        if (isLearned(first, span)) return row.first < first + DAY;
        return isBare(row.key) && isWhole(row.key) && daysOf([row], BUCKET_SECONDS) < HABIT_DAYS;
      });
      for (const episode of episodesOf(fresh, BUCKET_SECONDS, span)) yield finding(namespace, episode);
    }
  },
  examples: [
    {
      says: "after three days the token of a pipeline makes a privileged pod with the node's files",
      events: () =>
        together(
          repeated(made('ci', 'shop', {}), 72, HOUR),
          repeated(
            made('ci', 'shop', { 'pod.privileged': true, 'pod.hostPID': true, 'pod.hostPaths': '/' }),
            1,
            1,
            MONDAY + 3 * DAY,
          ),
        ),
      finds: [{ key: ['shop'], level: 'critical', events: 1 }],
    },
    {
      says: 'agents of the nodes come and go with their nodes; a pod mounts the zone of time',
      events: () =>
        together(
          repeated(
            made('system:serviceaccount:kube-system:daemon-set-controller', 'kube-system', {
              'pod.privileged': true,
              'pod.hostPaths': '/var/lib/kubelet,/etc/cni',
            }),
            72,
            HOUR,
          ),
          repeated(made('ci', 'shop', { 'pod.hostPaths': '/etc/localtime' }), 2, MINUTE, MONDAY + 3 * DAY),
        ),
      finds: [],
    },
  ],
};

function made(user: string, namespace: string, attributes: Record<string, string | boolean>) {
  return { ...asked(user, 'create', 'pods', { namespace, status: 201 }), attributes };
}

/** What makes a pod dangerous, in words. */
function dangersOf(key: readonly string[]): string[] {
  const paths = (key[HOST_PATHS] ?? '').split(',').filter((path) => SENSITIVE_PATH.test(path));
  const capabilities = (key[CAPABILITIES] ?? '').split(',').filter((name) => CAPABILITY.test(name));
  return [
    ...(key[PRIVILEGED] === 'true' ? ['privileged'] : []),
    ...(key[HOST_PID] === 'true' ? ["the node's processes"] : []),
    ...paths.map((path) => `the node's ${path}`),
    ...capabilities,
  ];
}

/** Whether somebody made a pod by hand, as intruders do, and not a controller of a template. */
function isBare(key: readonly string[]): boolean {
  return key[BARE] === 'pod' && hasOwnWill(key[USER] ?? '');
}

/** Whether a pod has all of its node. */
function isWhole(key: readonly string[]): boolean {
  const dangers = dangersOf(key);
  return dangers.includes("the node's /") || dangers.length > 2;
}

function traitsKey(key: readonly string[]): string {
  return JSON.stringify(key.slice(PRIVILEGED));
}

function bareKey(key: readonly string[]): string {
  return JSON.stringify([key[USER], key[BARE], ...key.slice(PRIVILEGED)]);
}

/** When there was the first row of each name. */
function firstsOf(rows: readonly TallyRow[], nameOf: (key: readonly string[]) => string): Map<string, number> {
  const firsts = new Map<string, number>();
  for (const { key, first } of rows) {
    const name = nameOf(key);
    firsts.set(name, Math.min(first, firsts.get(name) ?? first));
  }
  return firsts;
}

function finding(namespace: string, { rows, from, to, events, history }: Episode): Finding {
  const dangers = [...new Set(rows.flatMap(({ key }) => dangersOf(key)))];
  const users = [...new Set(rows.map(({ key }) => key[USER] ?? ''))];
  const willing = users.filter((user) => hasOwnWill(user));
  const who = listed((willing.length > 0 ? willing : users).map((user) => shownUser(user) || 'somebody'));
  const where = namespace === '' ? '' : ` in ${namespace}`;
  const [user = ''] = willing;
  return {
    key: [namespace],
    type: 'audit',
    from,
    to,
    level: rows.some((row) => isWhole(row.key)) ? 'critical' : 'high',
    confidence: history < LEARNING_SECONDS ? 'low' : confidenceOfNew(history),
    title: `${who} made pods with ${listed(dangers)}${where}`,
    reason: `${counted(events, 'request')} for pods with ${listed(dangers)}${where}; none such in the ${lengthOf(history)} of audit events before.`,
    observed: events,
    expected: 0,
    history,
    query: `${queryOf({ namespace, verb: VERBS })} ${queryOfAny(rows.map(rowQuery))}`,
    events,
    subject: { ...(user === '' ? {} : { user }), ...(namespace === '' ? {} : { namespace }) },
    techniques: ['T1610', 'T1611'],
  };
}

function rowQuery({ key }: TallyRow): string {
  const resource = key[BARE] === 'pod' ? 'pods' : RESOURCES.filter((name) => name !== 'pods');
  const traits = Object.fromEntries(TRAITS.map((trait, place) => [trait, key[place + PRIVILEGED] ?? '']));
  return queryOf({ user: key[USER] ?? '', resource, ...traits });
}

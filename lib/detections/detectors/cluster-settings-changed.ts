import type { Detector } from '../detector';
import { DAY, HOUR, MONDAY } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned } from '../first-seen';
import { hasOwnWill, shownUser } from '../identity';
import { confidenceOfNew } from '../levels';
import { queryOf } from '../query-of';
import { rowsBy } from '../rows-by';
import type { Tally } from '../tally';
import { counted, lengthOf, listed } from '../words';

const BUCKET_SECONDS = 600;
const NAMESPACE = 'kube-system';
const VERBS = ['create', 'update', 'patch', 'delete'];
/** What resolves names, who may log in, how nodes join and where requests go (Elastic's and Falco's rules). */
const NAMES = [
  'coredns',
  'coredns-custom',
  'kube-dns',
  'node-local-dns',
  'aws-auth',
  'kubeadm-config',
  'kube-proxy',
  'extension-apiserver-authentication',
];

const CHANGES: Tally = {
  name: 'cluster-settings',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'resource', test: (resource) => resource === 'configmaps' },
    { field: 'verb', test: (verb) => VERBS.includes(String(verb)) },
    { field: 'name', test: (name) => NAMES.includes(String(name)) },
    { field: 'namespace', test: (namespace) => namespace === NAMESPACE },
    { field: 'user', test: (user) => user !== null && hasOwnWill(String(user)) },
  ],
  by: [{ field: 'user' }, { field: 'name' }],
  bucketSeconds: BUCKET_SECONDS,
};

export const clusterSettingsChanged: Detector = {
  name: 'cluster-settings-changed',
  title: 'Settings of the cluster changed',
  about: `Somebody changed how the cluster resolves names, who may log in to it, or how its nodes join (config maps ${NAMES.join(', ')} in ${NAMESPACE}), and had not in the two days or more before.`,
  falsePositives: 'Administrators who set up a zone or add nodes.',
  types: ['audit'],
  techniques: ['T1557', 'T1098'],
  tallies: [CHANGES],
  *detect(history) {
    const span = history.span('audit');
    for (const [user, rows] of rowsBy(history.tallied(CHANGES).rows, 0)) {
      const began = rows.reduce((time, row) => Math.min(time, row.first), Number.POSITIVE_INFINITY);
      const [episode] = isLearned(began, span) ? episodesOf(rows, BUCKET_SECONDS, span) : [];
      if (episode !== undefined) yield finding(user, episode);
    }
  },
  examples: [
    {
      says: 'after three days the token of a workload changes how names are resolved',
      events: () =>
        together(
          repeated(asked('system:serviceaccount:shop:web', 'get', 'pods'), 80, HOUR),
          repeated(changed('system:serviceaccount:shop:web', 'coredns'), 1, 1, MONDAY + 3 * DAY),
        ),
      finds: [{ key: ['system:serviceaccount:shop:web'], events: 1, level: 'high' }],
    },
    {
      says: 'an operator keeps the settings, and another config map is changed',
      events: () =>
        together(
          repeated(changed('system:serviceaccount:ops:dns', 'coredns'), 96, HOUR),
          repeated(changed('ann', 'shop-settings'), 1, 1, MONDAY + 3 * DAY),
        ),
      finds: [],
    },
  ],
};

function changed(user: string, name: string) {
  return asked(user, 'update', 'configmaps', { namespace: NAMESPACE, name });
}

function finding(user: string, { rows, from, to, events, history }: Episode): Finding {
  const names = rows.map(({ key }) => key[1] ?? '');
  return {
    key: [user],
    type: 'audit',
    from,
    to,
    level: 'high',
    confidence: confidenceOfNew(history),
    title: `${shownUser(user)} changed ${listed(names)} of the cluster`,
    reason: `${counted(events, 'change')} of ${listed(names)}; none by this user in the ${lengthOf(history)} of audit events before.`,
    observed: events,
    expected: 0,
    history,
    query: queryOf({ user, resource: 'configmaps', verb: VERBS, namespace: NAMESPACE, name: names }),
    events,
    subject: { user },
    techniques: ['T1557', 'T1098'],
  };
}

import type { FindingLevel } from '@/lib/interface';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned, LEARNING_SECONDS } from '../first-seen';
import type { TimeSpan } from '../history';
import { identityOf, shownUser } from '../identity';
import { confidenceOfNew, milder, worst } from '../levels';
import { mergedBy } from '../merged-by';
import { queryOf, queryOfAny } from '../query-of';
import { rowsBy } from '../rows-by';
import { SENSITIVE_REQUESTS, type SensitiveRequest, sensitiveRequest } from '../sensitive-requests';
import { ACCOUNTS_MADE, madeAccounts } from '../tallies/accounts-made';
import { ACCESS_BUCKET_SECONDS, API_ACCESS, REFUSED, requestKey, shownRequest } from '../tallies/api-access';
import type { TallyRow } from '../tally';
import { isUnusualHour } from '../usual-hours';
import { counted, lengthOf, listed } from '../words';

const PERSON_SECONDS = 4 * 86_400;
const DEPLOYED: ReadonlySet<string> = new Set([
  'deployments',
  'statefulsets',
  'daemonsets',
  'jobs',
  'cronjobs',
  'pods',
]);
const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'patch']);

export const firstSensitiveRequest: Detector = {
  name: 'first-sensitive-request',
  title: 'First sensitive request',
  about:
    'Somebody made a kind of request that is rare and that intrusions are made of (commands in pods, tokens, roles, webhooks, secrets by a workload …) and had never made one in the two days or more before, four for people. All that he does so within a day is one finding. An account that was just made may begin its work. People count for less than workloads, and for common work only at a time of day at which they never work.',
  falsePositives:
    'A new operator or a new administrator on the first day. Look at who made the account, where the requests came from and what else came from there.',
  types: ['audit'],
  techniques: [...new Set(SENSITIVE_REQUESTS.flatMap(({ techniques }) => techniques))],
  tallies: [API_ACCESS, ACCOUNTS_MADE],
  *detect(history) {
    const span = history.span('audit');
    const { rows } = history.tallied(API_ACCESS);
    const made = madeAccounts(history);
    for (const [user, own] of rowsBy(rows, 0)) {
      const fresh = newRequests({ user, rows: mergedBy(own, requestKey), isMade: made.has(user) }, span);
      for (const episode of episodesOf(fresh, ACCESS_BUCKET_SECONDS, span)) yield finding(user, episode, own);
    }
  },
  examples: [
    {
      says: 'after three days, the token of a workload that only read config maps binds a role and runs a command in a pod',
      events: () =>
        together(
          repeated(asked('system:serviceaccount:shop:web', 'get', 'configmaps'), 80, HOUR),
          repeated(
            asked('system:serviceaccount:shop:web', 'create', 'clusterrolebindings', { status: 201 }),
            2,
            MINUTE,
            MONDAY + 3 * DAY,
          ),
          repeated(
            asked('system:serviceaccount:shop:web', 'get', 'pods', { subresource: 'exec', status: 101 }),
            1,
            1,
            MONDAY + 3 * DAY + HOUR,
          ),
        ),
      finds: [{ key: ['system:serviceaccount:shop:web'], level: 'high', events: 3, observed: 2 }],
    },
    {
      says: 'a person who never did runs a command in a pod at three in the night',
      events: () =>
        together(
          ...[0, 1, 2, 3].map((day) => repeated(asked('ann', 'list', 'pods'), 8, HOUR, MONDAY + day * DAY + 9 * HOUR)),
          repeated(
            asked('ann', 'create', 'pods', { subresource: 'exec', status: 101 }),
            1,
            1,
            MONDAY + 5 * DAY + 3 * HOUR,
          ),
        ),
      finds: [{ key: ['ann'], level: 'medium', events: 1 }],
    },
    {
      says: 'a person runs a first command in a pod during working hours, and an operator changes roles every hour',
      events: () =>
        together(
          ...[0, 1, 2, 3].map((day) => repeated(asked('ann', 'list', 'pods'), 8, HOUR, MONDAY + day * DAY + 9 * HOUR)),
          repeated(asked('ann', 'create', 'pods', { subresource: 'exec' }), 1, 1, MONDAY + 4 * DAY + 10 * HOUR),
          repeated(asked('system:serviceaccount:ops:operator', 'patch', 'roles'), 96, HOUR),
        ),
      finds: [],
    },
    {
      says: 'on the first day everything is new',
      events: () => repeated(asked('system:serviceaccount:shop:web', 'list', 'secrets'), 3, HOUR),
      finds: [],
    },
  ],
};

/** Whoever asks, and all that was asked by request. */
interface Asker {
  readonly user: string;
  readonly rows: readonly TallyRow[];
  readonly isMade: boolean;
}

/** What a user did of kinds that he did for the first time after enough history. */
function newRequests(asker: Asker, span: TimeSpan | null): TallyRow[] {
  const kinds = new Map<SensitiveRequest, TallyRow[]>();
  for (const row of asker.rows) {
    const kind = sensitiveRequest(shownRequest(row.key));
    if (kind !== null) kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
  }
  return [...kinds].flatMap(([kind, own]) => {
    const first = own.reduce((time, row) => Math.min(time, row.first), Number.POSITIVE_INFINITY);
    if (!isKnownLongEnough(asker.user, first, span) || isSpared(kind, asker, first)) return [];
    return own.filter((row) => row.first < first + DAY);
  });
}

/** What people do comes around by the week. */
function isKnownLongEnough(user: string, time: number, span: TimeSpan | null): boolean {
  if (span === null || !isLearned(time, span)) return false;
  return identityOf(user) !== 'person' || time - span.from >= PERSON_SECONDS * 1e6;
}

function isSpared(kind: SensitiveRequest, { user, rows, isMade }: Asker, first: number): boolean {
  if (levelFor(kind, user) === null) return true;
  if (kind.sparesDeployers === true && rows.some((row) => row.first < first && deploys(row.key))) return true;
  const began = rows.reduce((time, row) => Math.min(time, row.first), first);
  if (kind.sparesBeginners === true && isMade && first - began < LEARNING_SECONDS * 1e6) return true;
  if (kind.onlyAtUnusualHours !== true || identityOf(user) !== 'person') return false;
  return !isUnusualHour(rows, ACCESS_BUCKET_SECONDS, first);
}

function deploys([, verb = '', resource = '', subresource]: readonly string[]): boolean {
  return subresource === '' && WRITES.has(verb) && DEPLOYED.has(resource);
}

function levelFor(kind: SensitiveRequest, user: string): FindingLevel | null {
  const identity = identityOf(user);
  if (identity === 'anonymous') return null;
  return identity === 'workload' ? kind.workload : kind.person;
}

function finding(user: string, episode: Episode, own: readonly TallyRow[]): Finding {
  const keys = new Set(episode.rows.map((row) => requestKey(row.key)));
  const kinds = [...new Set(episode.rows.flatMap((row) => sensitiveRequest(shownRequest(row.key)) ?? []))];
  const level = worst(kinds.flatMap((kind) => levelFor(kind, user) ?? []));
  const worked = own.some((row) => keys.has(requestKey(row.key)) && row.key[4] !== REFUSED);
  const did = listed(kinds.map(({ did: words }) => words));
  return {
    key: [user],
    type: 'audit',
    from: episode.from,
    to: episode.to,
    level: worked ? level : milder(level),
    confidence: confidenceOfNew(episode.history),
    title: `${shownUser(user)} ${did} for the first time${worked ? '' : ', and was refused'}`,
    reason: `${counted(episode.events, 'request')} (${listed(episode.rows.map((row) => shownRequest(row.key)))}); none of the kind by this user in the ${lengthOf(episode.history)} of audit events before.`,
    observed: kinds.length,
    expected: 0,
    history: episode.history,
    query: `${queryOf({ user })} ${queryOfAny(episode.rows.map(requestQuery))}`,
    events: episode.events,
    subject: { user },
    techniques: [...new Set(kinds.flatMap(({ techniques }) => techniques))],
  };
}

function requestQuery({ key: [, verb = '', resource = '', subresource = ''] }: TallyRow): string {
  return queryOf({ verb, resource, subresource });
}

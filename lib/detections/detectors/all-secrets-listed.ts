import type { Detector } from '../detector';
import { DAY, HOUR, MONDAY } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned } from '../first-seen';
import { hasOwnWill, shownUser } from '../identity';
import { confidenceOfNew } from '../levels';
import { queryOf } from '../query-of';
import type { Tally } from '../tally';
import { counted, lengthOf } from '../words';

const BUCKET_SECONDS = 600;
const FAILED = 400;

const LISTS: Tally = {
  name: 'all-secrets-lists',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'resource', test: (resource) => resource === 'secrets' },
    { field: 'verb', test: (verb) => verb === 'list' },
    { field: 'namespace', test: (namespace) => namespace === null },
    { field: 'name', test: (name) => name === null },
    { field: 'status', test: (status) => status === null || Number(status) < FAILED },
    { field: 'user', test: (user) => user !== null && hasOwnWill(String(user)) },
  ],
  by: [{ field: 'user' }],
  bucketSeconds: BUCKET_SECONDS,
};

export const allSecretsListed: Detector = {
  name: 'all-secrets-listed',
  title: 'The secrets of all namespaces listed',
  about:
    'Somebody listed the secrets of the whole cluster, with their contents, and had not done so in the two days or more before. It is what Stratus Red Team and peirates do to steal them; Panther calls it critical.',
  falsePositives: 'An operator that was just installed, or an administrator who looks for one.',
  types: ['audit'],
  techniques: ['T1552.007'],
  tallies: [LISTS],
  *detect(history) {
    const span = history.span('audit');
    for (const row of history.tallied(LISTS).rows) {
      if (!isLearned(row.first, span)) continue;
      const [episode] = episodesOf([row], BUCKET_SECONDS, span);
      if (episode !== undefined) yield finding(row.key[0] ?? '', episode);
    }
  },
  examples: [
    {
      says: 'after three days a person lists all secrets of the cluster',
      events: () =>
        together(
          repeated(asked('ann', 'get', 'pods'), 80, HOUR),
          repeated(asked('ann', 'list', 'secrets'), 2, HOUR, MONDAY + 3 * DAY),
        ),
      finds: [{ key: ['ann'], events: 2, level: 'high' }],
    },
    {
      says: 'an operator does so each hour, and a person lists those of one namespace',
      events: () =>
        together(
          repeated(asked('system:serviceaccount:ops:operator', 'list', 'secrets'), 80, HOUR),
          repeated(asked('ann', 'list', 'secrets', { namespace: 'shop' }), 2, HOUR, MONDAY + 3 * DAY),
        ),
      finds: [],
    },
  ],
};

function finding(user: string, { from, to, events, history }: Episode): Finding {
  return {
    key: [user],
    type: 'audit',
    from,
    to,
    level: 'high',
    confidence: confidenceOfNew(history),
    title: `${shownUser(user)} listed the secrets of all namespaces`,
    reason: `${counted(events, 'list')} of all secrets within a day; none by this user in the ${lengthOf(history)} of audit events before.`,
    observed: events,
    expected: 0,
    history,
    query: `${queryOf({ user, resource: 'secrets', verb: 'list', namespace: null, name: null })} -status:>=${FAILED}`,
    events,
    subject: { user },
    techniques: ['T1552.007'],
  };
}

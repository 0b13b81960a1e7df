import type { Detector } from '../detector';
import { DAY, HOUR, MONDAY, SECOND } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { LEARNING_SECONDS, secondsBefore } from '../first-seen';
import type { TimeSpan } from '../history';
import { hasOwnWill, shownUser } from '../identity';
import { queryOf } from '../query-of';
import { rowsBy } from '../rows-by';
import { type RecordRun, recordRuns } from '../statistics/records';
import type { Tally, TallyRow } from '../tally';
import { countWithin, totalsOf } from '../tally-cells';
import { lengthOf, listed } from '../words';

const BUCKET_SECONDS = 600;
const DELETIONS_MIN = 15;
const FACTOR = 3;
const HOLD_OFF = 6;
/** What does not come back by itself. */
const RESOURCES =
  'namespaces deployments statefulsets daemonsets cronjobs services ingresses secrets configmaps serviceaccounts persistentvolumeclaims persistentvolumes volumesnapshots customresourcedefinitions'.split(
    ' ',
  );
const VERBS = ['delete', 'deletecollection'];

const DELETIONS: Tally = {
  name: 'deletions',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'verb', test: (verb) => VERBS.includes(String(verb)) },
    { field: 'resource', test: (resource) => RESOURCES.includes(String(resource)) },
    { field: 'user', test: (user) => user !== null && hasOwnWill(String(user)) },
  ],
  by: [{ field: 'user' }, { field: 'resource' }],
  bucketSeconds: BUCKET_SECONDS,
};

export const massDeletion: Detector = {
  name: 'mass-deletion',
  title: 'Much deleted at once',
  about: `Somebody deleted ${DELETIONS_MIN} or more objects that do not come back by themselves within ten minutes, and ${FACTOR} times as many as ever before.`,
  falsePositives: 'An environment that is taken down for the first time.',
  types: ['audit'],
  techniques: ['T1485'],
  tallies: [DELETIONS],
  *detect(history) {
    const span = history.span('audit');
    const learnedFrom = ((span?.from ?? 0) / 1e6 + LEARNING_SECONDS) / BUCKET_SECONDS;
    const rules = { min: DELETIONS_MIN, factor: FACTOR, gap: HOLD_OFF, learnedFrom };
    for (const [user, rows] of rowsBy(history.tallied(DELETIONS).rows, 0))
      for (const run of recordRuns([...totalsOf(rows)], rules)) yield finding(user, run, rows, span);
  },
  examples: [
    {
      says: 'a person deletes forty config maps and deployments',
      events: () =>
        together(
          repeated(asked('ann', 'delete', 'configmaps'), 4, DAY),
          repeated(
            (n) => asked('ann', 'delete', n % 2 === 0 ? 'configmaps' : 'deployments'),
            40,
            SECOND,
            MONDAY + 3 * DAY + HOUR,
          ),
        ),
      finds: [{ key: ['ann'], observed: 40, events: 40, expected: 1, level: 'high' }],
    },
    {
      says: 'a pipeline takes its environment down each night',
      events: () =>
        together(
          ...[0, 1, 2, 3].map((day) =>
            repeated(asked('system:serviceaccount:ci:runner', 'delete', 'services'), 30, SECOND, MONDAY + day * DAY),
          ),
        ),
      finds: [],
    },
  ],
};

function finding(user: string, run: RecordRun, rows: readonly TallyRow[], span: TimeSpan | null): Finding {
  const within = rows.filter((row) => countWithin([row], run) > 0);
  const kinds = within.map(({ key }) => key[1] ?? '');
  const from = run.from * BUCKET_SECONDS * SECOND;
  const history = secondsBefore(from, span);
  const events = countWithin(rows, run);
  return {
    key: [user],
    type: 'audit',
    from,
    to: run.to * BUCKET_SECONDS * SECOND,
    level: 'high',
    confidence: history >= LEARNING_SECONDS ? 'high' : 'low',
    title: `${shownUser(user)} deleted ${events} objects: ${listed(kinds)}`,
    reason: `${run.peak} deletions of ${listed(kinds)} within ten minutes; at most ${run.usual} before, in ${lengthOf(history)} of audit events.`,
    observed: run.peak,
    expected: run.usual,
    history,
    query: queryOf({ user, verb: VERBS, resource: kinds }),
    events,
    subject: { user },
    techniques: ['T1485'],
  };
}

import type { Detector } from '../detector';
import { distinctRows, widened } from '../distinct-rows';
import { DAY, type ExampleEvent, HOUR, MINUTE, MONDAY, SECOND } from '../example-events';
import { together } from '../example-routine';
import type { Finding } from '../finding';
import { LEARNING_SECONDS, secondsBefore } from '../first-seen';
import type { TimeSpan } from '../history';
import { hasOwnWill, shownUser } from '../identity';
import { queryOf } from '../query-of';
import { rowsBy } from '../rows-by';
import { type RecordRun, recordRuns } from '../statistics/records';
import type { Tally, TallyRow } from '../tally';
import { countWithin } from '../tally-cells';
import { lengthOf } from '../words';

/** So many secrets within half an hour; Panther's rule has 15, Elastic's 3 within ten minutes. */
const SECRETS_MIN = 10;
const FACTOR = 2;
const HOLD_OFF = 60;
const BUCKET_SECONDS = 60;
const BUCKETS = 30;
/** Helm keeps each release in a secret and reads them all. */
const HELM = 'sh.helm.release.';

const READS: Tally = {
  name: 'secret-reads',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'resource', test: (resource) => resource === 'secrets' },
    { field: 'verb', test: (verb) => verb === 'get' },
    { field: 'user', test: (user) => user !== null && hasOwnWill(String(user)) },
    { field: 'name', test: (name) => name !== null && !String(name).toLowerCase().startsWith(HELM) },
  ],
  by: [{ field: 'user' }, { field: 'namespace', optional: true }, { field: 'name' }],
  bucketSeconds: BUCKET_SECONDS,
};

export const secretSweep: Detector = {
  name: 'secret-sweep',
  title: 'Many secrets read one by one',
  about: `Somebody read ${SECRETS_MIN} or more different secrets by their names within half an hour, ${FACTOR} times as many as ever before. A workload reads its own, a person one or two. Helm's own secrets do not count.`,
  falsePositives:
    'Operators that copy secrets and tools that back them up, when they begin to: mark them as benign once.',
  types: ['audit'],
  techniques: ['T1552.007'],
  tallies: [READS],
  *detect(history) {
    const span = history.span('audit');
    const learnedFrom = ((span?.from ?? 0) / 1e6 + LEARNING_SECONDS) / BUCKET_SECONDS;
    for (const [user, rows] of rowsBy(history.tallied(READS).rows, 0)) {
      const rules = { min: SECRETS_MIN, factor: FACTOR, gap: HOLD_OFF, learnedFrom };
      for (const run of recordRuns(distinctRows(rows, BUCKETS), rules))
        yield finding(user, rows, widened(rows, run, BUCKETS), span);
    }
  },
  examples: [
    {
      says: 'a token of a workload reads thirty secrets in ten minutes',
      events: () => reads('system:serviceaccount:shop:web', 30, 20 * SECOND),
      finds: [{ key: ['system:serviceaccount:shop:web'], events: 30, observed: 30, level: 'high' }],
    },
    {
      says: 'a controller reads the same three secrets all day',
      events: () => reads('system:serviceaccount:shop:operator', 3, MINUTE, 300),
      finds: [],
    },
    {
      says: 'an operator reads all secrets each night',
      events: () =>
        together(
          ...[0, 1, 2, 3].map((day) =>
            reads('system:serviceaccount:ops:backup', 30, SECOND, 30, MONDAY + day * DAY + HOUR),
          ),
        ),
      finds: [],
    },
  ],
};

function finding(user: string, rows: readonly TallyRow[], run: RecordRun, span: TimeSpan | null): Finding {
  const from = run.from * BUCKET_SECONDS * SECOND;
  const secrets = rows.filter((row) => countWithin([row], run) > 0).length;
  const history = secondsBefore(from, span);
  return {
    key: [user],
    type: 'audit',
    from,
    to: run.to * BUCKET_SECONDS * SECOND,
    level: 'high',
    confidence: history >= LEARNING_SECONDS ? 'high' : 'medium',
    title: `${shownUser(user)} read ${secrets} secrets`,
    reason: `${run.peak} different secrets were read by name within half an hour; from ${SECRETS_MIN} on it is a sweep, and before it were at most ${run.usual} in ${lengthOf(history)} of audit events.`,
    observed: run.peak,
    expected: run.usual,
    history,
    query: `${queryOf({ user, resource: 'secrets', verb: 'get' })} name:* -name:${HELM}*`,
    events: countWithin(rows, run),
    subject: { user },
    techniques: ['T1552.007'],
  };
}

function* reads(user: string, secrets: number, every: number, times = secrets, from = MONDAY): Generator<ExampleEvent> {
  for (let n = 0; n < times; n += 1) {
    const name = `secret-${n % secrets}`;
    const fields = { user, verb: 'get', resource: 'secrets', namespace: 'shop', name, status: 200 };
    yield { type: 'audit', time: from + n * every, fields };
  }
}

import type { Detector } from '../detector';
import { distinctRows, widened } from '../distinct-rows';
import { DAY, HOUR, MINUTE, MONDAY, SECOND } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { LEARNING_SECONDS, secondsBefore } from '../first-seen';
import type { TimeSpan } from '../history';
import { identityOf, shownUser } from '../identity';
import { mergedBy } from '../merged-by';
import { queryOf } from '../query-of';
import { rowsBy } from '../rows-by';
import { type RecordRules, type RecordRun, recordRuns } from '../statistics/records';
import {
  ACCESS_BUCKET_SECONDS,
  API_ACCESS,
  API_ACCESS_QUERY,
  REFUSED,
  requestKey,
  shownRequest,
} from '../tallies/api-access';
import type { TallyRow } from '../tally';
import { countWithin, totalsOf } from '../tally-cells';
import { counted, lengthOf, listed } from '../words';

/** So many different kinds of request refused within two buckets: a program that tries what it may. */
const KINDS_OF_WORKLOAD = 4;
/** Terminals that list everything (k9s) are refused for half of it whenever a person has few rights. */
const KINDS_OF_PERSON = 10;
const REFUSALS_MIN = 50;
const KINDS_FACTOR = 2;
const REFUSALS_FACTOR = 5;
const HOLD_OFF = 6;
const BUCKETS = 2;

export const refusedRequests: Detector = {
  name: 'refused-requests',
  title: 'Refused far more than usual',
  about: `Somebody was refused (401, 403) for ${KINDS_OF_WORKLOAD} or more kinds of request within twenty minutes (a person ${KINDS_OF_PERSON}), twice as many as ever before; or ${REFUSALS_MIN} times within ten minutes, ${REFUSALS_FACTOR} times as often as ever before. Who is refused the same things all along is not found: that is a role that lacks something.`,
  falsePositives:
    'A role that was taken away or a client with new features. Look at whether what was refused fits what the client is for.',
  types: ['audit'],
  techniques: ['T1613', 'T1069'],
  needs: { events: 'type:audit status:(401 or 403)' },
  tallies: [API_ACCESS],
  *detect(history) {
    const span = history.span('audit');
    const { rows } = history.tallied(API_ACCESS);
    const refused = rows.filter(({ key }) => key[4] === REFUSED);
    for (const [user, own] of rowsBy(refused, 0)) {
      // Whoever reaches an API server from outside knocks at every door.
      if (identityOf(user) !== 'anonymous') yield* findRuns(user, mergedBy(own, requestKey), span);
    }
  },
  examples: [
    {
      says: 'the token of a workload tries what it may: eight kinds refused in two minutes',
      events: () =>
        together(
          repeated(asked('system:serviceaccount:shop:web', 'get', 'configmaps'), 72, HOUR),
          repeated(
            (n) => asked('system:serviceaccount:shop:web', 'list', `kind-${n}`, { status: 403 }),
            8,
            15 * SECOND,
            MONDAY + 3 * DAY,
          ),
        ),
      finds: [{ key: ['system:serviceaccount:shop:web'], observed: 8, events: 8, expected: 0, level: 'high' }],
    },
    {
      says: 'a person is refused two hundred times in five minutes after three days with three refusals each',
      events: () =>
        together(
          repeated(asked('ann', 'list', 'nodes', { status: 403 }), 9, 8 * HOUR),
          repeated(asked('ann', 'get', 'secrets', { status: 403 }), 200, 1.5 * SECOND, MONDAY + 3 * DAY),
        ),
      finds: [{ key: ['ann'], observed: 200, events: 200, expected: 1, level: 'medium' }],
    },
    {
      says: 'a controller whose role lacks two kinds is refused every half minute, all week',
      events: () =>
        repeated(
          (n) => asked('system:serviceaccount:ops:operator', 'list', `kind-${n % 2}`, { status: 403 }),
          10_000,
          30 * SECOND,
        ),
      finds: [],
    },
    {
      says: 'a new person with few rights looks at everything with k9s',
      events: () =>
        repeated((n) => asked('eve', 'list', `kind-${n % 7}`, { status: 403 }), 40, 5 * MINUTE, MONDAY + 9 * HOUR),
      finds: [],
    },
  ],
};

function* findRuns(user: string, rows: readonly TallyRow[], span: TimeSpan | null): Generator<Finding> {
  const learnedFrom = ((span?.from ?? 0) / 1e6 + LEARNING_SECONDS) / ACCESS_BUCKET_SECONDS;
  const rules: RecordRules = { min: kindsMin(user), factor: KINDS_FACTOR, gap: HOLD_OFF, learnedFrom };
  const kinds = recordRuns(distinctRows(rows, BUCKETS), rules);
  for (const run of kinds) yield finding(user, 'kinds', widened(rows, run, BUCKETS), rows, span);
  const many = recordRuns([...totalsOf(rows)], { ...rules, min: REFUSALS_MIN, factor: REFUSALS_FACTOR });
  for (const run of many) {
    const told = kinds.some(({ from, to }) => run.from < to + HOLD_OFF && from < run.to + HOLD_OFF);
    if (!told) yield finding(user, 'refusals', run, rows, span);
  }
}

function kindsMin(user: string): number {
  return identityOf(user) === 'workload' ? KINDS_OF_WORKLOAD : KINDS_OF_PERSON;
}

function finding(
  user: string,
  what: 'kinds' | 'refusals',
  run: RecordRun,
  rows: readonly TallyRow[],
  span: TimeSpan | null,
): Finding {
  const from = run.from * ACCESS_BUCKET_SECONDS * 1e6;
  const events = countWithin(rows, run);
  const within = rows.filter((row) => countWithin([row], run) > 0);
  const before = secondsBefore(from, span);
  const usual = run.usual === 0 ? 'never refused before' : `at most ${run.usual} before`;
  const peak =
    what === 'kinds' ? `${run.peak} kinds of request within twenty minutes` : `${run.peak} within ten minutes`;
  return {
    key: [user],
    type: 'audit',
    from,
    to: run.to * ACCESS_BUCKET_SECONDS * 1e6,
    level: identityOf(user) === 'workload' ? 'high' : 'medium',
    confidence: before >= LEARNING_SECONDS ? 'high' : 'low',
    title: `${shownUser(user)} was refused ${counted(events, 'time')} for ${within.length === 1 ? shownRequest(within[0]?.key ?? []) : `${within.length} kinds of request`}`,
    reason: `${peak} (${listed(within.map((row) => shownRequest(row.key)))}); ${usual}, in ${lengthOf(before)} of audit events.`,
    observed: run.peak,
    expected: run.usual,
    history: before,
    query: `${queryOf({ user, status: ['401', '403'] })} ${API_ACCESS_QUERY}`,
    events,
    subject: { user },
    techniques: what === 'kinds' ? ['T1613', 'T1069'] : ['T1613'],
  };
}

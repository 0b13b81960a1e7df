import { isOutside } from '../addresses';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY, SECOND } from '../example-events';
import { repeated, type TimelessEvent, together } from '../example-routine';
import type { Finding } from '../finding';
import { secondsBefore } from '../first-seen';
import type { TimeSpan } from '../history';
import { mergedBy } from '../merged-by';
import { queryOf } from '../query-of';
import { recordRuns } from '../statistics/records';
import { sumsWithin } from '../statistics/windows';
import type { Tally, TallyRow } from '../tally';
import { countWithin, totalsOf } from '../tally-cells';
import { lengthOf } from '../words';

const BUCKET_SECONDS = 60;
/** Elastic and Sigma: ten failures within five minutes; a person who forgot the password gives up earlier. */
const FAILURES_MIN = 10;
const WINDOW = 10;
/** A success counts so long after the last failure, in buckets. */
const SUCCESS_WITHIN = 30;
/** Within the cluster nobody knocks by chance; from outside somebody always does. */
const FAILURES_INSIDE = 20;
const ALLOWED = 'allow';

const LOGINS: Tally = {
  name: 'ssh-logins',
  version: 1,
  types: ['node'],
  where: [
    { field: 'protocol', test: (protocol) => protocol === 'ssh' },
    { field: 'decision', test: (decision) => decision === ALLOWED || decision === 'forbid' },
  ],
  by: [{ field: 'node', optional: true }, { field: 'src_ip' }, { field: 'decision' }],
  bucketSeconds: BUCKET_SECONDS,
};

export const sshBreakIn: Detector = {
  name: 'ssh-break-in',
  title: 'SSH passwords guessed',
  about: `From one address ${FAILURES_MIN} or more logins by SSH to one node failed within ten minutes, and one succeeded within half an hour: somebody guessed. Without success only what comes from within private networks is found, from ${FAILURES_INSIDE} failures on, as from the internet somebody always tries.`,
  falsePositives: 'A robot with an old key beside one that works. Look at who logged in and what was run afterwards.',
  types: ['node'],
  techniques: ['T1110.001', 'T1021.004'],
  tallies: [LOGINS],
  *detect(history) {
    const span = history.span('node');
    const pairs = new Map<string, TallyRow[]>();
    for (const row of mergedBy(history.tallied(LOGINS).rows, JSON.stringify)) {
      const name = JSON.stringify(row.key.slice(0, 2));
      pairs.set(name, [...(pairs.get(name) ?? []), row]);
    }
    for (const rows of pairs.values()) yield* attempts(rows, span);
  },
  examples: [
    {
      says: 'thirty passwords are tried from another node until one fits',
      events: () =>
        together(
          repeated(login('10.0.0.9', 'forbid'), 30, 5 * SECOND, MONDAY + DAY),
          repeated(login('10.0.0.9', 'allow'), 1, 1, MONDAY + DAY + 3 * MINUTE),
        ),
      finds: [{ key: ['node-1', '10.0.0.9'], level: 'critical', observed: 30, events: 31 }],
    },
    {
      says: 'the internet knocks all day, and a person mistypes twice',
      events: () =>
        together(
          repeated(login('203.0.113.9', 'forbid'), 500, 20 * SECOND),
          repeated(login('10.0.0.7', 'forbid'), 2, 5 * SECOND, MONDAY + HOUR),
          repeated(login('10.0.0.7', 'allow'), 1, 1, MONDAY + HOUR + MINUTE),
        ),
      finds: [],
    },
  ],
};

function login(address: string, decision: string): TimelessEvent {
  return { type: 'node', fields: { node: 'node-1', component: 'sshd', protocol: 'ssh', src_ip: address, decision } };
}

function* attempts(rows: readonly TallyRow[], span: TimeSpan | null): Generator<Finding> {
  const failed = rows.filter(({ key }) => key[2] !== ALLOWED);
  const allowed = rows.filter(({ key }) => key[2] === ALLOWED);
  const [node = '', address = ''] = rows[0]?.key ?? [];
  const points = sumsWithin([...totalsOf(failed)], WINDOW);
  for (const run of recordRuns(points, { min: FAILURES_MIN, factor: 2, gap: SUCCESS_WITHIN, learnedFrom: 0 })) {
    const from = Math.max(run.from - WINDOW + 1, firstIn(failed, run.from - WINDOW + 1) ?? run.from);
    const success = firstIn(allowed, run.from, run.to + SUCCESS_WITHIN);
    if (success === null && (isOutside(address) || run.peak < FAILURES_INSIDE)) continue;
    const range = { from, to: Math.max(run.to, (success ?? 0) + 1) };
    yield finding(node, address, rows, failed, range, run.usual, success !== null, span);
  }
}

/** The first bucket with events from one on and before another. */
function firstIn(rows: readonly TallyRow[], from: number, to = Number.POSITIVE_INFINITY): number | null {
  let first: number | null = null;
  for (const { buckets } of rows)
    for (const bucket of buckets)
      if (bucket >= from && bucket < to && (first === null || bucket < first)) first = bucket;
  return first;
}

function finding(
  node: string,
  address: string,
  rows: readonly TallyRow[],
  failed: readonly TallyRow[],
  range: { readonly from: number; readonly to: number },
  usual: number,
  worked: boolean,
  span: TimeSpan | null,
): Finding {
  const from = range.from * BUCKET_SECONDS * SECOND;
  const failures = countWithin(failed, range);
  const where = node === '' ? '' : ` to ${node}`;
  const history = secondsBefore(from, span);
  return {
    key: [node, address],
    type: 'node',
    from,
    to: range.to * BUCKET_SECONDS * SECOND,
    level: worked ? 'critical' : 'medium',
    confidence: worked ? 'high' : 'medium',
    title: `${failures} SSH logins from ${address}${where} failed${worked ? ', and then one succeeded' : ''}`,
    reason: `${failures} logins from ${address}${where} failed within ${range.to - range.from} minutes${worked ? ' and one was let in' : ', none was let in'}; at most ${usual} within ten minutes before, in ${lengthOf(history)} of logs.`,
    observed: failures,
    expected: usual,
    history,
    query: queryOf({ node, protocol: 'ssh', src_ip: address, decision: [ALLOWED, 'forbid'] }),
    events: countWithin(rows, range),
    subject: { ...(node === '' ? {} : { node }), src_ip: address },
    techniques: ['T1110.001', 'T1021.004'],
  };
}

import { withClause } from '@/lib/query';
import type { Detector } from '../detector';
import { type ExampleEvent, MINUTE, MONDAY, SECOND } from '../example-events';
import type { Finding } from '../finding';
import { spanSeconds } from '../history-length';
import { rowsBy } from '../rows-by';
import type { Tally, TallyRow } from '../tally';
import { busiestWindow } from '../windows';

/** So many secrets within so long: Panther's rule on secrets that were read one by one. */
const SECRETS_MIN = 15;
const WINDOW_SECONDS = 30 * 60;
const BUCKET_SECONDS = 60;

const READS: Tally = {
  name: 'secret-reads',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'resource', test: (resource) => resource === 'secrets' },
    { field: 'verb', test: (verb) => verb === 'get' },
  ],
  by: [{ field: 'user' }, { field: 'namespace', optional: true }, { field: 'name' }],
  bucketSeconds: BUCKET_SECONDS,
};

export const secretSweep: Detector = {
  name: 'secret-sweep',
  title: 'Many secrets read one by one',
  about: `Somebody read ${SECRETS_MIN} or more different secrets by their names within half an hour. A workload reads its own, a person one or two.`,
  falsePositives:
    'Operators that copy secrets and tools that back them up do so all the time: mark them as benign once.',
  types: ['audit'],
  techniques: ['T1552.007'],
  tallies: [READS],
  *detect(history) {
    const seconds = spanSeconds(history, 'audit');
    for (const [user, rows] of rowsBy(history.tallied(READS).rows, 0)) {
      const window = busiestWindow(rows, WINDOW_SECONDS / BUCKET_SECONDS);
      if (window.rows.length >= SECRETS_MIN) yield finding(user, window, seconds);
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
  ],
};

function finding(
  user: string,
  window: { readonly rows: readonly TallyRow[]; readonly from: number; readonly to: number; readonly count: number },
  history: number,
): Finding {
  const secrets = window.rows.length;
  return {
    key: [user],
    type: 'audit',
    from: window.from * BUCKET_SECONDS * SECOND,
    to: window.to * BUCKET_SECONDS * SECOND,
    level: 'high',
    confidence: 'high',
    title: `${user} read ${secrets} secrets`,
    reason: `${secrets} different secrets were read by name within half an hour; from ${SECRETS_MIN} on it is a sweep.`,
    observed: secrets,
    expected: SECRETS_MIN,
    history,
    query: withClause('resource:secrets verb:get name:*', 'user', user, 'include'),
    events: window.count,
    subject: { user },
    techniques: ['T1552.007'],
  };
}

function* reads(user: string, secrets: number, every: number, times = secrets): Generator<ExampleEvent> {
  for (let n = 0; n < times; n += 1) {
    const name = `secret-${n % secrets}`;
    const fields = { user, verb: 'get', resource: 'secrets', namespace: 'shop', name, status: 200 };
    yield { type: 'audit', time: MONDAY + n * every, fields };
  }
}

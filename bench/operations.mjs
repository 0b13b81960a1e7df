const FACETS = 'namespace,resource,verb,user,src_ip,user_agent,status,decision';

/** What an explorer page asks for under a filter, all at once. */
function refresh(filter) {
  return [
    ['/api/count', filter],
    ['/api/timeline', { ...filter, buckets: '60', by: 'type' }],
    ['/api/facets', { ...filter, fields: FACETS, limit: '20' }],
    ['/api/events', { ...filter, limit: '100' }],
  ];
}

const page = (filter) => [['/api/events', { limit: '100', ...filter }]];
const count = (filter) => [['/api/count', filter]];
const piped = (q, filter = {}) => [['/api/query', { ...filter, q }]];

/**
 * What is measured: calls that are made at the same moment, timed from the first to the last answer. Named alike on the other
 * side of a comparison.
 * @param {typeof import('./generate/needles.mjs').NEEDLES} needles values that were planted, and some that are common
 * @returns {{ name: string, calls: [string, Record<string, string>][] }[]}
 */
export function operationsOn(needles) {
  const eitherSide = (address) => `src_ip:${address} or dst_ip:${address}`;
  const { day } = needles;
  return [
    { name: 'refresh: everything', calls: refresh({}) },
    { name: 'refresh: audit', calls: refresh({ type: 'audit' }) },
    { name: 'refresh: audit, verb delete', calls: refresh({ type: 'audit', q: 'verb:delete' }) },
    {
      name: 'refresh: audit, one namespace, secrets, refused',
      calls: refresh({ type: 'audit', q: `namespace:${needles.namespace} resource:secrets status:403` }),
    },
    {
      name: 'refresh: one day, warnings and worse',
      calls: refresh({ q: 'severity>=warning', from: day.from, to: day.to }),
    },
    { name: 'refresh: one user', calls: refresh({ q: `user:"${needles.user}"` }) },
    { name: 'refresh: one rare address on either side', calls: refresh({ q: eitherSide(needles.address) }) },
    { name: 'first page: rare address', calls: page({ q: `src_ip:${needles.address}` }) },
    {
      name: 'first page: deep (keyset)',
      calls: page({ type: 'application', q: 'severity>=warning', to: needles.middle }),
    },
    {
      name: 'pivot: common address, 500 events in time order',
      calls: page({ q: eitherSide(needles.commonAddress), order: 'asc', limit: '500' }),
    },
    { name: `text: rare word (${needles.text})`, calls: page({ q: `"${needles.text}"` }) },
    { name: `text: common word (${needles.word}), newest 100`, calls: page({ q: needles.word }) },
    { name: 'text: common word, count', calls: count({ q: needles.word }) },
    { name: `text: regex ${needles.regex}`, calls: count({ q: `/${needles.regex}/` }) },
    { name: 'nested field: roleRef cluster-admin', calls: page({ q: 'requestObject.roleRef.name:cluster-admin' }) },
    {
      name: 'distinct users, addresses, pods',
      calls: [['/api/facets', { fields: 'user,src_ip,pod', limit: '1' }]],
    },
    {
      name: 'rare: user agents seen fewer than 3 times',
      calls: piped('* | count by user_agent | where count < 3 | limit 100'),
    },
    {
      name: 'rare: object names in audit (high cardinality)',
      calls: piped('* | count by name | where count < 3 | sort name | limit 100', { type: 'audit' }),
    },
    {
      name: 'group: bytes by address pair, top 20',
      calls: piped('format:aws-vpc-flow | sum bytes, count by src_ip, dst_ip | sort -sum_bytes | limit 20', {
        type: 'network',
      }),
    },
    {
      name: 'group: refusals by user, verb, resource',
      calls: piped('status:(401 or 403) | count by user, verb, resource | limit 50', { type: 'audit' }),
    },
  ];
}

/** Of twenty, the 95th percentile is the second slowest. */
const WARM_RUNS = 20;
/** An operation that takes longer than this in all is not repeated further. */
const PATIENCE_MS = 30_000;

/**
 * Times an operation: its first run, and the median and the 95th percentile of the next ones.
 * @param {string} address
 * @param {ReturnType<typeof operationsOn>[number]} operation
 */
export async function measureOperation(address, { name, calls }) {
  const first = await timeOperation(address, { calls });
  if (first.problem) return { name, first: first.milliseconds, problem: first.problem };
  const warm = [];
  let spent = 0;
  while (warm.length < WARM_RUNS && spent < PATIENCE_MS) {
    const { milliseconds } = await timeOperation(address, { calls });
    warm.push(milliseconds);
    spent += milliseconds;
  }
  warm.sort((a, b) => a - b);
  const median = warm[Math.floor(warm.length / 2)];
  const p95 = warm[Math.ceil(warm.length * 0.95) - 1];
  return { name, first: first.milliseconds, median, p95, runs: warm.length };
}

/** One run: its calls at the same moment, from the first to the last answer; `problem` says what went wrong, if anything. */
export async function timeOperation(address, { calls }) {
  const began = performance.now();
  const answers = await Promise.all(calls.map(([path, parameters]) => ask(address, path, parameters)));
  const milliseconds = performance.now() - began;
  return { milliseconds, problem: answers.find((problem) => problem !== null) };
}

/** What went wrong; null when nothing did. */
async function ask(address, path, parameters) {
  const response = await fetch(`${address}${path}?${new URLSearchParams(parameters)}`);
  const text = await response.text();
  return response.ok ? null : `${response.status} ${text.slice(0, 200)}`;
}

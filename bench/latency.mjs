import { NEEDLES } from './generate/needles.mjs';

const WARM_RUNS = 5;
const FACETS = 'namespace,resource,verb,user,src_ip,user_agent,status,decision';

const FILTERS = [
  { name: 'everything', q: '' },
  { name: 'a namespace', q: 'namespace:payments' },
  { name: 'a rare address', q: `src_ip:${NEEDLES.address} or dst_ip:${NEEDLES.address}` },
  { name: 'a rare text', q: `"${NEEDLES.text}"` },
];

/** What an explorer page asks for. */
const CALLS = [
  { name: 'first page', path: '/api/events', parameters: { limit: '100' } },
  { name: 'timeline', path: '/api/timeline', parameters: { buckets: '60', by: 'type' } },
  { name: 'facets', path: '/api/facets', parameters: { fields: FACETS, limit: '20' } },
  { name: 'count', path: '/api/count', parameters: {} },
];

/**
 * How long each call takes under each filter, through HTTP and one after the other: the first run, and the median of the
 * next five.
 * @param {string} address
 */
export async function measureLatency(address) {
  const results = [];
  for (const filter of FILTERS) {
    for (const call of CALLS) results.push(await measure(address, filter, call));
  }
  return results;
}

async function measure(address, filter, call) {
  const query = new URLSearchParams({ ...call.parameters, ...(filter.q ? { q: filter.q } : {}) });
  const url = `${address}${call.path}?${query}`;
  const first = await time(url);
  const result = { filter: filter.name, q: filter.q, call: call.name, first: first.milliseconds };
  if (first.problem) return { ...result, problem: first.problem, median: null };
  const warm = [];
  for (let run = 0; run < WARM_RUNS; run += 1) warm.push((await time(url)).milliseconds);
  const matches = call.name === 'count' ? { matches: first.answer.count } : {};
  return { ...result, ...matches, median: warm.sort((a, b) => a - b)[Math.floor(WARM_RUNS / 2)] };
}

async function time(url) {
  const began = performance.now();
  const response = await fetch(url);
  const text = await response.text();
  const milliseconds = performance.now() - began;
  if (!response.ok) return { milliseconds, problem: `${response.status} ${text.slice(0, 200)}` };
  return { milliseconds, answer: JSON.parse(text) };
}

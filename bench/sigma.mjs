import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../scripts/plain-error.mjs';
import { loadCode } from './load-code.mjs';

/** Of each kind of log. */
const EVENTS = 5000;
const RULES = 400;
const NOW = new Date('2026-02-01T00:00:00Z');

const CODE = `
  export { compileRule, parseSigma, RuleSet } from '@/lib/sigma';
  export { readRecord } from '@/lib/sigma/testing/read-record';`;

/** A record of each kind, all of them different. */
const KINDS = {
  audit: (n) =>
    JSON.stringify({
      kind: 'Event',
      apiVersion: 'audit.k8s.io/v1',
      auditID: `a${n}`,
      stage: 'ResponseComplete',
      verb: ['get', 'list', 'watch', 'update'][n % 4],
      requestURI: `/api/v1/namespaces/shop-${n % 50}/pods/web-${n}`,
      user: { username: `system:serviceaccount:shop:web-${n % 70}`, groups: ['system:authenticated'] },
      sourceIPs: [`10.0.${n % 250}.7`],
      userAgent: 'kubelet/v1.30.2 (linux/amd64) kubernetes/3968350',
      objectRef: { resource: 'pods', namespace: `shop-${n % 50}`, name: `web-${n}` },
      responseStatus: { code: 200 },
    }),
  processes: (n) =>
    JSON.stringify({
      process_exec: {
        process: {
          pid: n,
          binary: `/usr/bin/${['curl', 'bash', 'python3', 'node', 'cat'][n % 5]}`,
          arguments: `-s https://host-${n}.example/path --option value${n}`,
        },
        parent: { pid: 70, binary: '/bin/sh' },
      },
      node_name: 'n',
      time: '2024-05-06T07:08:09Z',
    }),
  requests: (n) =>
    `10.0.${n % 250}.9 - - [07/Feb/2020:11:48:51 +0000] "GET /shop/items/${n}?page=${n % 9} HTTP/1.1" 200 59 "https://shop.example/" "Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0"`,
  applications: (n) =>
    JSON.stringify({ level: 'info', msg: `order ${n} handled in ${n % 90}ms`, ts: '2024-05-06T07:08:09Z' }),
};

/**
 * How many events a second 400 rules are asked about, on one core. Rules come in again until there are so many.
 * @param {string} folder of rules, searched for `*.yml`
 * @returns {Promise<{ rules: number, kinds: { kind: string, eventsPerSecond: number }[] }>}
 */
export async function measureSigma(folder) {
  const { compileRule, parseSigma, RuleSet, readRecord } = await loadCode('sigma', CODE);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yml'));
  const rules = files
    .flatMap((file) => parseSigma(readFileSync(join(folder, file), 'utf8')).documents)
    .filter((document) => document.kind === 'rule')
    .map((rule) => compileRule(rule))
    .filter(({ refusals }) => refusals === null);
  if (rules.length === 0) throw new PlainError(`${folder} holds no rule of Sigma that can be run.`);
  const set = new RuleSet(
    Array.from({ length: Math.max(RULES, rules.length) }, (_, index) => rules[index % rules.length]),
    NOW,
  );
  const kinds = Object.entries(KINDS).map(([kind, make]) => {
    const events = Array.from({ length: EVENTS }, (_, n) => readRecord(make(n)));
    for (const event of events.slice(0, EVENTS / 10)) set.finding(event);
    const before = process.cpuUsage();
    for (const event of events) set.finding(event);
    return { kind, eventsPerSecond: (EVENTS * 1e6) / process.cpuUsage(before).user };
  });
  return { rules: rules.length, kinds };
}

export function describeSigma({ rules, kinds }) {
  return [
    `${rules} rules, as ${Math.max(RULES, rules)}, on one core`,
    ...kinds.map(
      ({ kind, eventsPerSecond }) => `${kind.padEnd(14)}${String(Math.round(eventsPerSecond)).padStart(9)} events/s`,
    ),
  ].join('\n');
}

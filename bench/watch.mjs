import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainError } from '../scripts/plain-error.mjs';
import { answerOf } from '../scripts/source-answers.mjs';
import { feed } from './feed.mjs';
import { generate, KINDS } from './generate/kinds.mjs';
import { generatedLogs } from './logs.mjs';
import { cpuSeconds, cpuSecondsOfFamily, peakMemory } from './processes.mjs';

const STREAM_EVENTS_PER_SECOND = 5000;
const STREAM_SECONDS = 20;
const BATCHES_PER_SECOND = 5;
const POLL_MS = 200;
/** Who does something in the middle of the stream that rules find. */
const MARKED = 'a-marked-user';

/**
 * What the rules of a folder, beside Trackway's own, cost through the whole of Trackway: looking back at what is stored, and
 * watching a stream of requests to the API server.
 * @param {{ trackway: Awaited<ReturnType<typeof import('./trackway.mjs').startTrackway>>, folder: string, events: number,
 *   seed: string, say: (message: string) => void }} options `folder` is searched for `*.yml`
 */
export async function measureWatch({ trackway, folder, events, seed, say }) {
  for (const log of generatedLogs({ events, kinds: KINDS.map(({ name }) => name), seed })) {
    say(`Feeding ${log.kind}`);
    await feed(trackway, log);
  }
  await ruled(trackway, (rules) => rules.every(({ lookBack }) => lookBack.state === 'done'));
  const added = await addRules(trackway, folder);
  say(`Looking back with ${added.length} rules`);
  const before = sample(trackway);
  await call(trackway, 'PATCH', '/api/rules', { on: true, ids: added });
  const waiting = new Set(added);
  await ruled(trackway, (rules) => rules.every(({ id, lookBack }) => !waiting.has(id) || lookBack.state === 'done'));
  const back = since(before, sample(trackway));
  const { counts } = await call(trackway, 'GET', '/api/rules?limit=1');
  say(`Watching a stream with ${counts.on} rules`);
  return {
    events,
    lookedBack: added.length,
    on: counts.on,
    back,
    stream: await measureStream(trackway, seed),
    memory: peakMemory(trackway.pids.rules),
    load: loadavg()[0],
  };
}

async function addRules(trackway, folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yml'));
  const ids = [];
  for (const file of files) {
    const body = readFileSync(join(folder, file), 'utf8');
    const path = `${trackway.address}/api/rules?name=${encodeURIComponent(file)}`;
    const { rules } = await answerOf(await fetch(path, { method: 'POST', body }), `adding ${file}`);
    ids.push(...rules.filter(({ refusals }) => refusals.length === 0).map(({ id }) => id));
  }
  if (ids.length === 0) throw new PlainError(`${folder} holds no rule of Sigma that can be run.`);
  return ids;
}

/** Sends requests to the API server at a steady pace, and waits until the rules have seen them all. */
async function measureStream(trackway, seed) {
  const batch = STREAM_EVENTS_PER_SECOND / BATCHES_PER_SECOND;
  const batches = await batchesOf(seed, STREAM_SECONDS * BATCHES_PER_SECOND, batch);
  const before = sample(trackway);
  const began = performance.now();
  let marked;
  for (const [number, body] of batches.entries()) {
    if (number === Math.floor(batches.length / 2)) marked = untilTold(trackway);
    await wait(Math.max(0, began + (number * 1000) / BATCHES_PER_SECOND - performance.now()));
    await answerOf(await fetch(`${trackway.address}/api/ingest/json`, { method: 'POST', body }), 'pushing');
  }
  const sent = performance.now();
  while (!(await hasSeenAll(trackway))) await wait(POLL_MS);
  return {
    ...since(before, sample(trackway)),
    lag: (performance.now() - sent) / 1000,
    sent: batches.length * batch,
    told: await marked,
  };
}

/** Seconds from when a request that rules find was sent until there is a finding about it. */
async function untilTold({ address, database }) {
  const began = performance.now();
  await answerOf(await fetch(`${address}/api/ingest/json`, { method: 'POST', body: markedRequest() }), 'pushing');
  const found = `SELECT 1 FROM finding WHERE subject->>'user' = $1 AND gone_at IS NULL LIMIT 1`;
  while ((await database.query(found, [MARKED])).rowCount === 0) await wait(POLL_MS);
  return (performance.now() - began) / 1000;
}

/** Somebody opens a shell beside the API server. */
function markedRequest() {
  const now = new Date().toISOString();
  const path = '/api/v1/namespaces/kube-system/pods/kube-apiserver-0';
  return JSON.stringify({
    ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level: 'Metadata', auditID: MARKED, stage: 'ResponseComplete' },
    ...{ requestURI: `${path}/exec?command=sh`, verb: 'create', user: { username: MARKED, groups: [] } },
    ...{ sourceIPs: ['203.0.113.7'], userAgent: 'kubectl', responseStatus: { code: 101 } },
    objectRef: { resource: 'pods', namespace: 'kube-system', name: 'kube-apiserver-0', subresource: 'exec' },
    ...{ requestReceivedTimestamp: now, stageTimestamp: now },
  });
}

async function batchesOf(seed, count, size) {
  const lines = [];
  let rest = '';
  for await (const bytes of generate(
    KINDS.find(({ name }) => name === 'audit'),
    count * size,
    `${seed} stream`,
  )) {
    const parts = (rest + bytes.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  }
  return Array.from({ length: count }, (_, number) => lines.slice(number * size, (number + 1) * size).join('\n'));
}

async function hasSeenAll({ database }) {
  const { rows } = await database.query(`SELECT count(*)::int AS behind FROM segment
    LEFT JOIN rule_segment ON rule_segment.segment = segment.id
    WHERE segment.state = 'ready' AND coalesce(rule_segment.upto, 0) < segment.events`);
  return rows[0].behind === 0;
}

async function ruled(trackway, isSo) {
  for (;;) {
    const { rules } = await call(trackway, 'GET', '/api/rules?state=on&limit=5000');
    if (isSo(rules) && (await hasSeenAll(trackway))) return;
    await wait(POLL_MS);
  }
}

async function call({ address }, method, path, body) {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const answered = await fetch(`${address}${path}`, { method, headers, body: body && JSON.stringify(body) });
  return answerOf(answered, `${method} ${path}`);
}

function sample({ pids }) {
  return { at: performance.now(), rules: cpuSeconds(pids.rules), postgres: cpuSecondsOfFamily(pids.postgres) };
}

function since(before, after) {
  return {
    seconds: (after.at - before.at) / 1000,
    rules: after.rules - before.rules,
    postgres: after.postgres - before.postgres,
  };
}

export function describeWatch({ events, lookedBack, on, back, stream, memory, load }) {
  const seconds = (value) => `${value.toFixed(1)} s`;
  return [
    `${lookedBack} rules looked back at ${events} events in ${seconds(back.seconds)} (CPU: rules ${seconds(back.rules)}, PostgreSQL ${seconds(back.postgres)})`,
    `${on} rules watched ${stream.sent} requests, ${STREAM_EVENTS_PER_SECOND} a second: ${(stream.rules / stream.seconds).toFixed(2)} of a core (PostgreSQL ${(stream.postgres / stream.seconds).toFixed(2)}, which also stores them), the last seen ${seconds(stream.lag)} after it was stored, a finding about one in their middle there after ${seconds(stream.told)}`,
    `peak of the rules process ${Math.round((memory ?? 0) / 1024 / 1024)} MB; load ${load.toFixed(1)}`,
  ].join('\n');
}

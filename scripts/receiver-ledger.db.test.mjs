import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sleep } from './processes.mjs';
import { ROOT } from './project.mjs';
import { BUNDLE } from './start/bundle.mjs';

/** `LEDGER_KILLS=20` for a longer run. */
const KILLS = Number(process.env.LEDGER_KILLS ?? 4);
const SENDERS = 4;
const BATCH_RECORDS = 40;
const KILL_EVERY_MS = 400;

const folder = mkdtempSync(join(tmpdir(), 'trackway-ledger-'));
const program = join(ROOT, '.build', `ledger-${process.pid}.mjs`);
const socketPath = join(folder, 'receiver.sock');
let receiver;

beforeAll(async () => {
  await build({ ...BUNDLE, entryPoints: [join(ROOT, 'lib', 'ingest', 'receiver-process.ts')], outfile: program });
});

afterAll(() => {
  receiver?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  rmSync(program, { force: true });
});

function startReceiver() {
  receiver = fork(program, [], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TRACKWAY_DATA: folder,
      TRACKWAY_SOCKET: socketPath,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** @returns {Promise<number | null>} the status; null when the connection failed, as far as a sender can see */
function post(body) {
  return new Promise((resolve) => {
    const sent = request({ socketPath, method: 'POST', path: '/api/ingest/json' }, (answer) => {
      answer.resume();
      answer.once('close', () => resolve(answer.complete ? answer.statusCode : null));
    });
    sent.once('error', () => resolve(null));
    sent.end(body);
  });
}

/** Sends batch after batch, each until it is acknowledged, and writes down what was. */
async function send(sender, run, ledger, stopped) {
  for (let batch = 0; !stopped.aborted; batch++) {
    const records = Array.from({ length: BATCH_RECORDS }, (_, record) => `${run} ${sender} ${batch} ${record}`);
    const body = records.map((msg) => JSON.stringify({ msg })).join('\n');
    while ((await post(body)) !== 200) await sleep(20);
    ledger.push(...records);
  }
}

test('whatever was acknowledged is stored once, and nothing else, however often the receiver is killed', async () => {
  const run = randomUUID();
  const ledger = [];
  const stop = new AbortController();
  startReceiver();
  const senders = Array.from({ length: SENDERS }, (_, sender) => send(sender, run, ledger, stop.signal));
  let progress = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    // At any moment, but not before it did something.
    while (ledger.length <= progress) await sleep(10);
    await sleep(Math.random() * KILL_EVERY_MS);
    progress = ledger.length;
    const died = new Promise((resolve) => receiver.once('exit', resolve));
    receiver.kill('SIGKILL');
    await died;
    startReceiver();
  }
  stop.abort();
  await Promise.all(senders);
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(
    `SELECT event.message FROM event JOIN segment ON segment.id = event.segment
     JOIN source ON source.id = segment.source_id AND source.kind = 'stream' WHERE event.message LIKE $1`,
    [`${run} %`],
  );
  const streams = await client.query("SELECT id FROM source WHERE kind = 'stream' AND name = 'json'");
  await client.end();
  expect(ledger.length).toBeGreaterThan(KILLS * BATCH_RECORDS);
  expect(rows.map(({ message }) => message).sort()).toEqual(ledger.sort());
  expect(streams.rows).toHaveLength(1);
}, 300_000);

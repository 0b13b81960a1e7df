import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres } from '../postgres/server.mjs';
import { isAlive, sleep } from '../processes.mjs';
import { launchInstance, newDataFolder, startInstance } from '../test/instance.mjs';

// One data folder through all of it, in this order: each test finds what the one before left behind.
let instance;
const spareFolder = newDataFolder();

beforeAll(async () => {
  instance = await startInstance();
});

afterAll(async () => {
  await instance?.stop();
  instance?.remove();
  rmSync(spareFolder, { recursive: true });
});

/** @returns {Promise<{ code: number | null, output: string }>} of a start that is meant to fail */
async function failingStart(options) {
  const { exited, output } = launchInstance(options);
  return { code: await exited, output: output() };
}

async function answers(address, path = '/') {
  try {
    return (await fetch(address + path)).status;
  } catch {
    return null;
  }
}

/** Waits until a question has the wanted answer, for up to 20 seconds. */
async function until(question, wanted) {
  for (let tried = 0; tried < 200; tried++) {
    if ((await question()) === wanted) return;
    await sleep(100);
  }
  expect(await question()).toBe(wanted);
}

/** @returns {number | null} */
function postmaster() {
  const file = join(instance.dataFolder, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
}

/** @returns {{ pid: number, command: string }[]} */
function children() {
  return execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(instance.child.pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line }));
}

function childRunning(file) {
  return children().find(({ command }) => command.includes(file))?.pid;
}

test('it answers at the address that it prints', async () => {
  expect(await answers(instance.address)).toBe(200);
});

test('every answer carries the security headers, refusals too', async () => {
  for (const path of ['/', '/nowhere', '/api/nowhere']) {
    const { headers } = await fetch(instance.address + path);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  }
  const refused = await fetch(`${instance.address}/api/sources`, {
    method: 'POST',
    headers: { origin: 'http://elsewhere' },
  });
  expect(refused.status).toBe(403);
  expect((await refused.json()).error.code).toBe('cross_site');
  expect(refused.headers.get('content-security-policy')).toBeTruthy();
});

test('a second instance on the same data folder says who has it', async () => {
  const { code, output } = await failingStart({ dataFolder: instance.dataFolder });
  expect(code).toBe(1);
  expect(output).toMatch(
    new RegExp(`^Trackway: another Trackway \\(process ${instance.child.pid}, .*TRACKWAY_DATA\\.$`, 'm'),
  );
});

test('a taken port is named', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address();
  const { code, output } = await failingStart({ dataFolder: spareFolder, env: { PORT: String(port) } });
  taken.close();
  expect(code).toBe(1);
  expect(output).toContain(`Trackway: port ${port} is in use by another program`);
});

test('a database that cannot be reached is named without its password', async () => {
  const env = { DATABASE_URL: 'postgresql://someone:secret@127.0.0.1:1/logs' };
  const { code, output } = await failingStart({ dataFolder: spareFolder, env });
  expect(code).toBe(1);
  expect(output).toMatch(
    /^Trackway: the database logs at 127\.0\.0\.1:1 \(DATABASE_URL\) cannot be used: .*ECONNREFUSED/m,
  );
  expect(output).not.toContain('secret');
});

test('each process that is killed comes back', async () => {
  const [web, server] = [childRunning('web.mjs'), postmaster()];
  process.kill(web, 'SIGKILL');
  await until(() => isAlive(web), false);
  await until(() => answers(instance.address), 200);
  process.kill(server, 'SIGKILL');
  await until(() => isAlive(server), false);
  await until(() => ![server, null].includes(postmaster()), true);
  for (const file of ['reader.mjs', 'receiver.mjs']) {
    // The receiver ends with its connection, and comes back after a moment.
    await until(() => childRunning(file) !== undefined, true);
    const child = childRunning(file);
    process.kill(child, 'SIGKILL');
    await until(() => childRunning(file) !== undefined && childRunning(file) !== child, true);
  }
});

test('what is pushed is taken at the same address, also after all of that', async () => {
  const push = async () => {
    const answer = await fetch(`${instance.address}/api/ingest/json`, { method: 'POST', body: '{"msg":"pushed"}' });
    return answer.status;
  };
  await until(push, 200);
  const { sources } = await (await fetch(`${instance.address}/api/sources`)).json();
  expect(sources).toMatchObject([{ name: 'json', kind: 'stream', events: 1 }]);
  const { count } = await (await fetch(`${instance.address}/api/count?q=pushed`)).json();
  expect(count).toBe(1);
});

test('when the supervisor is killed nothing stays behind, and the next start is normal', async () => {
  const left = [...children().map(({ pid }) => pid), postmaster()];
  instance.child.kill('SIGKILL');
  await until(() => left.some(isAlive), false);
  instance = await startInstance({ dataFolder: instance.dataFolder });
  expect(await answers(instance.address)).toBe(200);
});

test('when everything is killed at once the next start is normal', async () => {
  const all = [instance.child.pid, ...children().map(({ pid }) => pid), postmaster()];
  for (const pid of all) process.kill(pid, 'SIGKILL');
  instance = await startInstance({ dataFolder: instance.dataFolder });
  expect(await answers(instance.address)).toBe(200);
});

test('SIGTERM ends it quickly and leaves nothing', async () => {
  const left = [...children().map(({ pid }) => pid), postmaster()];
  const began = Date.now();
  instance.child.kill('SIGTERM');
  expect(await instance.exited).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(left.some(isAlive)).toBe(false);
});

test('a database that a newer version has used is refused', async () => {
  const server = await startPostgres({ dataFolder: instance.dataFolder });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99990101000000_future', now())",
  );
  await client.end();
  await server.stop();
  const { code, output } = await failingStart({ dataFolder: instance.dataFolder });
  expect(code).toBe(1);
  expect(output).toMatch(
    /^Trackway: the database was last used by a newer version of Trackway .*99990101000000_future/m,
  );
});

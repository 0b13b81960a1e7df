import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, type TestContext, test, vi } from 'vitest';
import { makeToken } from '@/lib/auth/tokens';
import { SHIPPERS } from '@/lib/shippers';
import { closeStore } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { listenForSyslog } from './syslog-server';
import { findProgram, type Program, runProgram, startDaemon } from './test-programs';
import { eventsOf } from './test-reading';
import { startReceiver, type TestReceiver } from './test-receiving';

/** Programs as Debian has them, each where it is; TRACKWAY_SHIPPERS may name a folder into which its packages were unpacked. */
const COUNT = 200;
const PATIENCE_MS = 15_000;
/** RFC 3164 has whole seconds. */
const SECOND_MS = 1000;
const RSYSLOG_BATCH = 128;
const MESSAGES = Array.from({ length: COUNT }, (_, index) => `message ${index} of "C:\\logs" is naïve`);

let cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
  cleanups = [];
});
afterAll(closeStore);

function needed({ skip }: TestContext, name: string, debianPackage: string): Program {
  return findProgram(name, process.env) ?? skip(`${name} is not here; it is in the package ${debianPackage}`);
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trackway-shippers-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  return folder;
}

async function receive(withoutToken?: null): Promise<TestReceiver> {
  await clearStore();
  const receiver = await startReceiver(withoutToken === undefined ? {} : { withoutToken });
  cleanups.push(() => receiver.close());
  return receiver;
}

async function receiveSyslog(): Promise<TestReceiver & { readonly port: number }> {
  const receiver = await receive();
  const server = await listenForSyslog(receiver.intake, async () => receiver.stream, {
    host: '127.0.0.1',
    port: 0,
    allows: () => true,
  });
  cleanups.push(() => server.close());
  return { ...receiver, port: server.port };
}

/** What the help page says of a shipper, for a receiver that demands a token. */
async function setupOf(name: string, receiver: TestReceiver): Promise<string> {
  const token = { name, scope: 'ingest', sourceId: receiver.stream.id, days: null } as const;
  const { secret } = await makeToken(token, 'somebody');
  const shipper = SHIPPERS.find((one) => one.name === name);
  return shipper?.setups({ origin: receiver.url, token: secret })[0]?.text ?? '';
}

/** Writes the messages into a socket of this machine or to a port, as logger does. */
async function log(logger: Program, options: readonly string[]): Promise<void> {
  const file = join(await emptyFolder(), 'messages');
  await writeFile(file, `${MESSAGES.join('\n')}\n`);
  await runProgram(logger, [...options, '--tag', 'kubelet', '--priority', 'daemon.warning', '--file', file]);
}

/** Waits for as many events as there are messages: each is there once, as what it is, from here and of now. */
async function expectAll({ stream }: TestReceiver, began: number): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while ((await eventsOf(stream.id)).length < COUNT && Date.now() < end) await sleep(50);
  const events = await eventsOf(stream.id);
  expect(events.map(({ message }) => message).sort()).toEqual([...MESSAGES].sort());
  for (const event of events) {
    expect(event).toMatchObject({ type: 2, node: hostname(), component: 'kubelet', severity: 5, time_guess: 0 });
    expect(Number(event.time)).toBeGreaterThanOrEqual(began - SECOND_MS);
    expect(Number(event.time)).toBeLessThanOrEqual(Date.now());
  }
}

describe('logger', () => {
  test.for([
    ['TCP', ['--tcp']],
    ['TCP, octets counted', ['--tcp', '--octet-count']],
    ['TCP, RFC 3164', ['--tcp', '--rfc3164']],
    ['UDP', ['--udp']],
    ['UDP, RFC 5424', ['--udp', '--rfc5424']],
  ] as const)('%s', async ([_name, options], context) => {
    const logger = needed(context, 'logger', 'bsdutils');
    const receiver = await receiveSyslog();
    const began = Date.now();
    await log(logger, [...options, '--server', '127.0.0.1', '--port', String(receiver.port)]);
    await expectAll(receiver, began);
  });
});

describe('rsyslog', () => {
  const ask = (context: TestContext) => ({
    logger: needed(context, 'logger', 'bsdutils'),
    rsyslog: needed(context, 'rsyslogd', 'rsyslog'),
  });

  /** Starts it with a socket of its own in the place of /dev/log; what it has not sent stays in its folder when it stops. */
  async function start(rsyslog: Program, folder: string, rules: string) {
    const configuration = join(folder, 'rsyslog.conf');
    const socket = join(folder, 'log');
    const head = [
      `global(workDirectory="${folder}")`,
      'module(load="imuxsock" SysSock.Use="off")',
      `input(type="imuxsock" Socket="${socket}")`,
    ];
    await writeFile(configuration, `${head.join('\n')}\n${rules}`);
    await rm(socket, { force: true });
    const modules = rsyslog.modules('rsyslog').flatMap((path) => ['-M', path]);
    const given = ['-n', '-f', configuration, '-i', join(folder, 'pid'), ...modules];
    const daemon = await startDaemon(rsyslog, given, socket);
    cleanups.push(() => daemon.stop());
    return { socket, daemon };
  }

  async function send({ logger, rsyslog }: ReturnType<typeof ask>, rules: string, receiver: TestReceiver) {
    const { socket, daemon } = await start(rsyslog, await emptyFolder(), rules);
    const began = Date.now();
    await log(logger, ['--socket', socket]);
    await expectAll(receiver, began);
    // Nothing more comes when it ends.
    await daemon.stop();
    await expectAll(receiver, began);
  }

  test.for([
    ['in lines', ''],
    ['octets counted', 'tcp_framing="octet-counted"'],
    ['octets counted, RFC 5424', 'tcp_framing="octet-counted" template="RSYSLOG_SyslogProtocol23Format"'],
  ] as const)('omfwd over TCP, %s', async ([_name, options], context) => {
    const programs = ask(context);
    const receiver = await receiveSyslog();
    const rules = `action(type="omfwd" target="127.0.0.1" port="${receiver.port}" protocol="tcp" ${options})\n`;
    await send(programs, rules, receiver);
  });

  test('omelasticsearch, as the help page sets it up', async (context) => {
    const programs = ask(context);
    if (programs.rsyslog.modules('rsyslog/omelasticsearch.so').length === 0)
      context.skip('omelasticsearch is not here; it is in the package rsyslog-elasticsearch');
    const receiver = await receive(null);
    // What is not taken comes again.
    vi.spyOn(receiver.intake, 'records').mockRejectedValueOnce(new Error('not now'));
    await send(programs, await setupOf('syslog', receiver), receiver);
  });

  test('omelasticsearch keeps what it has until its token is right', async (context) => {
    const { rsyslog, logger } = ask(context);
    if (rsyslog.modules('rsyslog/omelasticsearch.so').length === 0)
      context.skip('omelasticsearch is not here; it is in the package rsyslog-elasticsearch');
    const receiver = await receive(null);
    const folder = await emptyFolder();
    const right = await setupOf('syslog', receiver);
    const wrong = await start(rsyslog, folder, right.replace(/pwd="[^"]*"/, 'pwd="revoked"'));
    await log(logger, ['--socket', wrong.socket]);
    await sleep(2 * SECOND_MS);
    expect(await eventsOf(receiver.stream.id)).toEqual([]);
    await wrong.daemon.stop();
    await start(rsyslog, folder, right);
    // Stopped while it cannot send, rsyslog loses the batch in its hands, whatever it is told; the queue behind it is kept.
    await expect.poll(() => eventsOf(receiver.stream.id), { timeout: PATIENCE_MS }).not.toEqual([]);
    await sleep(2 * SECOND_MS);
    const kept = (await eventsOf(receiver.stream.id)).map(({ message }) => message);
    expect(kept.sort()).toEqual(MESSAGES.slice(COUNT - kept.length).sort());
    expect(kept.length).toBeGreaterThanOrEqual(COUNT - RSYSLOG_BATCH);
  });
});

describe('what can be put right later cuts the connection of rsyslog, which would drop a batch that is refused', () => {
  test.each([
    ['what is full', { waitingBytesMax: 1 }, 'POST', '/_bulk', 429],
    ['a token that is wrong', { withoutToken: null }, 'POST', '/_bulk', 401],
    ['a token that is wrong, before a batch', { withoutToken: null }, 'GET', '/', 401],
  ] as const)('%s', async (_name, options, method, path, status) => {
    await clearStore();
    const receiver = await startReceiver(options);
    cleanups.push(() => receiver.close());
    const send = (headers: Readonly<Record<string, string>>) =>
      new Promise<number>((resolve, reject) => {
        const sent = request(`${receiver.url}${path}`, { method, headers }, (answer) =>
          resolve(answer.statusCode ?? 0),
        );
        sent.on('error', reject).end(method === 'GET' ? '' : '{"index":{}}\n{"message":"one"}\n');
      });
    expect(await send({ 'user-agent': 'Fluent-Bit' })).toBe(status);
    await expect(send({})).rejects.toThrow('socket hang up');
  });
});

describe('syslog-ng', () => {
  test.for([
    ['network()', 'network("127.0.0.1" transport("tcp")'],
    ['network(), UDP', 'network("127.0.0.1" transport("udp")'],
    ['syslog()', 'syslog("127.0.0.1" transport("tcp")'],
  ] as const)('%s', async ([_name, destination], context) => {
    const logger = needed(context, 'logger', 'bsdutils');
    const syslogNg = needed(context, 'syslog-ng', 'syslog-ng-core');
    const receiver = await receiveSyslog();
    const folder = await emptyFolder();
    const configuration = join(folder, 'syslog-ng.conf');
    const socket = join(folder, 'log');
    const text = `@version: current
      log { source { unix-dgram("${socket}"); }; destination { ${destination} port(${receiver.port})); }; };\n`;
    await writeFile(configuration, text);
    const files = Object.entries({ f: configuration, p: join(folder, 'pid'), R: join(folder, 'persist') });
    const modules = syslogNg.modules('3.38').flatMap((path) => ['--module-path', path]);
    const given = ['-F', '--no-caps', '-c', join(folder, 'control'), ...modules];
    for (const [name, path] of files) given.push(`-${name}`, path);
    const daemon = await startDaemon(syslogNg, given, socket);
    cleanups.push(() => daemon.stop());
    const began = Date.now();
    await log(logger, ['--socket', socket]);
    await expectAll(receiver, began);
  });
});

test('systemd-journal-upload, as the help page sets it up', async (context) => {
  const upload = needed(context, 'systemd-journal-upload', 'systemd-journal-remote');
  const receiver = await receive(null);
  const folder = await emptyFolder();
  const file = join(folder, 'journal.export');
  const began = Date.now();
  const entries = MESSAGES.map((message, index) => [
    `__CURSOR=s=1;i=${index}`,
    `__REALTIME_TIMESTAMP=${began * 1000 + index}`,
    `_HOSTNAME=${hostname()}`,
    'SYSLOG_IDENTIFIER=kubelet',
    'PRIORITY=4',
    `MESSAGE=${message}`,
  ]);
  await writeFile(file, entries.map((entry) => `${entry.join('\n')}\n\n`).join(''));
  const url = /^URL=(.*)$/m.exec(await setupOf('journal-upload', receiver))?.[1] ?? '';
  for (let time = 0; time < 2; time += 1) await runProgram(upload, ['--url', url, '--save-state=/dev/null', file]);
  await expectAll(receiver, began);
});

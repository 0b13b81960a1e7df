import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { streamNamed } from '@/lib/store';
import { receiverServer } from './receiver-server';
import type { WithoutToken } from './stream-access';
import { StreamIntake } from './stream-intake';
import { StreamKeeper } from './stream-keeper';
import { listenForSyslog } from './syslog-server';
import { WaitingBytes } from './waiting-bytes';

const MIB = 1024 * 1024;
/** Of one body, unpacked: what OpenTelemetry's protocol recommends. */
const BODY_BYTES_MAX = 64 * MIB;
/** Of all bodies at once; with what is made of them this keeps the process below 512 MB. */
const WAITING_BYTES_MAX = 64 * MIB;
const SWEEP_MS = 10 * 60 * 1000;
const LOOPBACK = '127.0.0.1';
const SYSLOG_RETRY_MS = 10_000;
const SOCKET = 'receiver.sock';
const OWNER_ONLY = 0o600;

/** The process that takes what shippers push: the web process hands it their requests through a socket in the data folder. */
async function run(): Promise<void> {
  const { keeper, commits } = await StreamKeeper.open();
  // Where segments end is known by asking the database at the next start; going on without it could only fail.
  keeper.client.on('error', () => process.exit(1));
  keeper.client.on('end', () => process.exit(1));
  const intake = new StreamIntake(commits);
  const server = receiverServer({
    intake,
    withoutToken: withoutToken(),
    waiting: new WaitingBytes(WAITING_BYTES_MAX),
    bodyBytesMax: BODY_BYTES_MAX,
  });
  const { TRACKWAY_DATA, TRACKWAY_SOCKET } = env();
  mkdirSync(TRACKWAY_DATA, { recursive: true });
  const path = TRACKWAY_SOCKET ?? join(TRACKWAY_DATA, SOCKET);
  // One of a process that was killed would keep the address.
  rmSync(path, { force: true });
  server.listen(path);
  await once(server, 'listening');
  chmodSync(path, OWNER_ONLY);
  await listenForSyslogIfAsked(intake);
  logger.info('the receiver is waiting for streams');
  const sweep = () =>
    keeper.sweep().catch((error: unknown) => logger.warn('old batches were not forgotten', { error }));
  await sweep();
  setInterval(sweep, SWEEP_MS).unref();
}

/** Syslog knows no tokens: it is taken from this machine only. A port that is taken must not keep the other receivers away. */
async function listenForSyslogIfAsked(intake: StreamIntake): Promise<void> {
  const { TRACKWAY_SYSLOG_PORT: port } = env();
  if (port === undefined) return;
  try {
    await listenForSyslog(intake, () => streamNamed('syslog'), { host: LOOPBACK, port });
    logger.info('syslog is taken over TCP and UDP', { host: LOOPBACK, port });
  } catch (error) {
    logger.error('syslog cannot be taken; free the port or set another one as TRACKWAY_SYSLOG_PORT', { port, error });
    setTimeout(() => void listenForSyslogIfAsked(intake), SYSLOG_RETRY_MS).unref();
  }
}

/** Where there are no accounts, on this machine alone, whoever reaches us may push. */
function withoutToken(): WithoutToken {
  const { HOST, TRACKWAY_ACCOUNTS } = env();
  const isAlone = HOST === 'localhost' || HOST === '::1' || /^127\.\d+\.\d+\.\d+$/.test(HOST);
  return isAlone && TRACKWAY_ACCOUNTS !== 'on' ? streamNamed : null;
}

// Stopping is the same as dying: what was acknowledged is stored, the rest is sent again.
process.once('SIGTERM', () => process.exit(0));
process.once('SIGINT', () => process.exit(0));
await run();

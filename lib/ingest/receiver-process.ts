import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { asksWho } from '@/lib/reach';
import { streamNamed } from '@/lib/store';
import { receiverServer } from './receiver-server';
import type { WithoutToken } from './stream-access';
import { StreamIntake } from './stream-intake';
import { StreamKeeper } from './stream-keeper';
import { syslogSenders } from './syslog-senders';
import { listenForSyslog } from './syslog-server';
import { WaitingBytes } from './waiting-bytes';

const MIB = 1024 * 1024;
/** Of one body, unpacked: what OpenTelemetry's protocol recommends. */
const BODY_BYTES_MAX = 64 * MIB;
/** Of all bodies at once; with what is made of them this keeps the process below 512 MB. */
const WAITING_BYTES_MAX = 64 * MIB;
const SWEEP_MS = 10 * 60 * 1000;
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

/** A port that is taken must not keep the other receivers away. */
async function listenForSyslogIfAsked(intake: StreamIntake): Promise<void> {
  const { TRACKWAY_SYSLOG_PORT: port, TRACKWAY_SYSLOG_HOST: host, TRACKWAY_SYSLOG_FROM: from } = env();
  if (port === undefined) return;
  try {
    const allows = from === undefined ? () => true : syslogSenders(from);
    await listenForSyslog(intake, () => streamNamed('syslog'), { host, port, allows });
    logger.info('syslog is taken over TCP and UDP', { host, port, from: from?.join(', ') ?? 'this machine' });
  } catch (error) {
    logger.error(
      'syslog cannot be taken; free the port, or set others as TRACKWAY_SYSLOG_PORT and TRACKWAY_SYSLOG_HOST',
      { host, port, error },
    );
    setTimeout(() => void listenForSyslogIfAsked(intake), SYSLOG_RETRY_MS).unref();
  }
}

/** Where nobody must say who they are, whoever reaches us may push. */
function withoutToken(): WithoutToken {
  return asksWho(env()) ? null : streamNamed;
}

// Stopping is the same as dying: what was acknowledged is stored, the rest is sent again.
process.once('SIGTERM', () => process.exit(0));
process.once('SIGINT', () => process.exit(0));
await run();

import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { logger } from '@/lib/logger';
import { type ReceivedRecord, SyslogFramer, syslogRecord } from '@/lib/receivers';
import type { Stream, StreamIntake } from './stream-intake';

/** Datagrams that wait to be stored; the protocol has no way to refuse one, so what comes beyond is lost, and counted. */
const DATAGRAMS_MAX = 20_000;
/** What the system keeps of datagrams while this process is busy, as far as it allows. */
const SOCKET_BYTES = 4 * 1024 * 1024;
const TRIES = 60;
const PAUSE_MS = 1000;
const TELL_MS = 10_000;

/** Where syslog is taken, and from whom: the protocol has nothing else by which to know a sender. */
export interface SyslogAddress {
  readonly host: string;
  readonly port: number;
  allows(address: string): boolean;
}

export interface SyslogServer {
  /** What was really taken, where port 0 asked for any. */
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Takes syslog messages over TCP and UDP on one port. There is no acknowledgement in the protocol: what was sent while this
 * process was not there is the sender's loss, unless it keeps a queue.
 */
export async function listenForSyslog(
  intake: StreamIntake,
  streamOf: () => Promise<Stream>,
  address: SyslogAddress,
): Promise<SyslogServer> {
  const strangers = new Strangers(address);
  const server = createServer((socket) => {
    if (strangers.isOne(socket.remoteAddress)) {
      socket.destroy();
      return;
    }
    serve(socket, intake, streamOf).catch((error: unknown) => {
      logger.warn('syslog messages of a connection could not be stored', { error });
      socket.destroy();
    });
  });
  server.listen(address.port, address.host);
  await once(server, 'listening');
  const port = portOf(server);
  const datagrams = await listenForDatagrams(intake, streamOf, { host: address.host, port, strangers }).catch(
    (error: unknown) => {
      server.close();
      throw error;
    },
  );
  return {
    port,
    async close() {
      datagrams.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** While a chunk is stored no other is read: a sender that is too quick finds its socket full. */
async function serve(socket: Socket, intake: StreamIntake, streamOf: () => Promise<Stream>): Promise<void> {
  const framer = new SyslogFramer();
  try {
    for await (const chunk of socket) if (Buffer.isBuffer(chunk)) await store(framer.push(chunk), intake, streamOf);
  } finally {
    await store(framer.end(), intake, streamOf);
  }
}

async function store(
  messages: readonly Buffer[],
  intake: StreamIntake,
  streamOf: () => Promise<Stream>,
): Promise<void> {
  const records = recordsOf(messages);
  if (records.length === 0) return;
  // A stream that is deleted meanwhile begins anew: senders cannot be asked to come again.
  for (let tried = 0; tried < TRIES; tried += 1) {
    const outcome = await intake.records(await streamOf(), records, null);
    if (outcome.kind === 'stored') return;
    await sleep(PAUSE_MS);
  }
  throw new Error(`${records.length} syslog messages were not stored: their stream is being deleted`);
}

function recordsOf(messages: readonly Buffer[]): ReceivedRecord[] {
  const received = Date.now() * 1000;
  return messages.flatMap((message) => syslogRecord(message, received) ?? []);
}

async function listenForDatagrams(
  intake: StreamIntake,
  streamOf: () => Promise<Stream>,
  { host, port, strangers }: { readonly host: string; readonly port: number; readonly strangers: Strangers },
): Promise<UdpSocket> {
  const socket = createSocket({ type: host.includes(':') ? 'udp6' : 'udp4', recvBufferSize: SOCKET_BYTES });
  const queue = new DatagramQueue((messages) => store(messages, intake, streamOf));
  socket.on('message', (message, sender) => {
    if (!strangers.isOne(sender.address)) queue.add(message);
  });
  socket.bind(port, host);
  await once(socket, 'listening');
  socket.on('error', (error) => logger.warn('the UDP socket of syslog failed', { error }));
  return socket;
}

/** Those who send and may not: told now and then, since the protocol cannot answer them. */
class Strangers {
  private refused = 0;
  private told = 0;

  constructor(private readonly address: Pick<SyslogAddress, 'allows'>) {}

  isOne(address: string | undefined): boolean {
    if (address !== undefined && this.address.allows(address)) return false;
    this.refused += 1;
    if (Date.now() - this.told >= TELL_MS) {
      this.told = Date.now();
      logger.warn('syslog is not taken from an address that is not in TRACKWAY_SYSLOG_FROM', {
        address,
        refused: this.refused,
      });
    }
    return true;
  }
}

/** Stores what waits together, one batch after the other. */
class DatagramQueue {
  private waiting: Buffer[] = [];
  private running = false;
  private lost = 0;
  private told = 0;

  constructor(private readonly save: (messages: readonly Buffer[]) => Promise<void>) {}

  add(message: Buffer): void {
    if (this.waiting.length >= DATAGRAMS_MAX) {
      this.lost += 1;
      this.tell();
      return;
    }
    this.waiting.push(message);
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const messages = this.waiting.splice(0);
      try {
        await this.save(messages);
      } catch (error) {
        this.lost += messages.length;
        logger.warn('syslog datagrams could not be stored', { lost: messages.length, error });
      }
    }
    this.running = false;
  }

  private tell(): void {
    if (Date.now() - this.told < TELL_MS) return;
    this.told = Date.now();
    logger.warn('syslog datagrams come faster than they can be stored', { lost: this.lost });
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the syslog server has no port');
  return address.port;
}

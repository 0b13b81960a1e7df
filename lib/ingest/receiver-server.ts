import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathBehindToken } from '@/lib/auth/tokens';
import { logger } from '@/lib/logger';
import {
  type Answer,
  BadBody,
  type BatchReceiver,
  type PieceReceiver,
  RECEIVERS,
  RETRY_SECONDS,
  type ReceivedRequest,
  type Receiver,
  Refused,
  unpacked,
  wholeBody,
} from '@/lib/receivers';
import { checkOutcome } from './check-outcome';
import { receivePieces } from './receive-pieces';
import { streamOf, type WithoutToken } from './stream-access';
import { type Stream, type StreamIntake, storedRecords } from './stream-intake';
import type { WaitingBytes } from './waiting-bytes';

/** Go's clients keep idle connections for a minute; whoever closes earlier makes them fail. */
const KEEP_ALIVE_MS = 75_000;
const HEADERS_MS = 30_000;
const STALLED_MS = 60_000;
const TELL_MS = 60_000;

export interface ReceiverOptions {
  readonly intake: StreamIntake;
  readonly withoutToken: WithoutToken;
  /** The room that all bodies share. */
  readonly waiting: WaitingBytes;
  /** Of one body, unpacked. */
  readonly bodyBytesMax: number;
}

/** The HTTP server of the receivers: finds the receiver of a request and the stream that it may push to. */
export function receiverServer(options: ReceiverOptions): Server {
  const server = createServer((request, response) => {
    answerRequest(options, request).then(
      (answer) => (answer === null ? response.destroy() : send(request, response, answer)),
      (error: unknown) => {
        logger.error('a receiver failed', { error });
        response.destroy();
      },
    );
  });
  // A body may come for as long as its sender likes.
  server.requestTimeout = 0;
  server.headersTimeout = HEADERS_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

/** Null: the connection is cut, for a sender that would not hear that it should come again. */
async function answerRequest(options: ReceiverOptions, message: IncomingMessage): Promise<Answer | null> {
  const url = new URL(message.url ?? '/', 'http://localhost');
  const path = pathBehindToken(url.pathname);
  const { method = 'GET', headers } = message;
  const request: ReceivedRequest = { method, path, query: url.searchParams, headers };
  const receiver = RECEIVERS.find((one) => one.takes(request));
  if (receiver === undefined) return NOTHING_HERE;
  try {
    if (receiver.flow === 'probe') {
      const isGuarded = receiver.wantsToken && options.withoutToken === null;
      if (isGuarded) await streamOf(request, url.pathname, receiver.name, null);
      return receiver.answer(request);
    }
    const stream = await streamOf(request, url.pathname, receiver.name, options.withoutToken);
    return await receive(options, receiver, request, message, stream);
  } catch (error) {
    if (!(error instanceof BadBody || error instanceof Refused || message.destroyed))
      logger.warn('a batch could not be stored', { receiver: receiver.name, error });
    const succeedsLater = isForWantOfRoom(error) || isForWantOfToken(error);
    if (!succeedsLater || receiver.hearsNoRefusal?.(request) !== true) return refusalOf(receiver, request, error);
    tellCut(receiver.name, error);
    // Nor can it be told to wait. Whoever has the wrong token is not answered the next time it asks, and waits by itself.
    if (isForWantOfRoom(error)) await sleep(RETRY_SECONDS * 1000);
    return null;
  }
}

function refusalOf(receiver: Receiver, request: ReceivedRequest, error: unknown): Answer {
  if (error instanceof Refused) return receiver.refused(request, error.why, error.message);
  if (error instanceof BadBody) return receiver.refused(request, 'bad', error.message);
  return receiver.refused(request, 'down', 'the batch could not be stored; send it again');
}

function isForWantOfRoom(error: unknown): boolean {
  return !(error instanceof BadBody) && (!(error instanceof Refused) || error.why === 'busy');
}

/** Somebody can put it right while its sender keeps what it has. */
function isForWantOfToken(error: unknown): boolean {
  return error instanceof Refused && ['no-token', 'wrong-token', 'gone'].includes(error.why);
}

let cutTold = 0;

/** Its sender only sees a connection that ends; why is told here, now and then. */
function tellCut(receiver: string, error: unknown): void {
  if (Date.now() - cutTold < TELL_MS) return;
  cutTold = Date.now();
  const why = error instanceof Refused ? error.message : 'the batch could not be stored';
  logger.warn('a sender that keeps what it has only when its connection is cut was cut off', { receiver, why });
}

const NOTHING_HERE: Answer = {
  status: 404,
  type: 'application/json',
  body: JSON.stringify({
    error: { code: 'not-found', message: 'no receiver is at this address; the help page lists them' },
  }),
};

async function receive(
  options: ReceiverOptions,
  receiver: BatchReceiver | PieceReceiver,
  request: ReceivedRequest,
  message: IncomingMessage,
  stream: Stream,
): Promise<Answer> {
  const encoding = message.headers['content-encoding'];
  const chunks = unpacked(message, encoding);
  if (receiver.flow === 'pieces') {
    const pieces = await receivePieces(options, receiver, chunks, stream);
    return receiver.stored(pieces);
  }
  // Whoever begins a body and does not go on with it would keep others out.
  const { socket } = message;
  const stalled = () => message.destroy();
  socket.setTimeout(STALLED_MS).on('timeout', stalled);
  const room = options.waiting.room();
  try {
    const limits = { bytesMax: options.bodyBytesMax, take: (bytes: number) => room.take(bytes) };
    const body = await wholeBody(chunks, limits);
    socket.setTimeout(0).off('timeout', stalled);
    const { records, answer } = receiver.read(body, request);
    if (records.length === 0) return answer([]);
    const digest = createHash('sha256').update(`${receiver.name} `).update(body).digest();
    const outcome = await options.intake.records(stream, records, digest);
    checkOutcome(outcome, stream);
    return answer(storedRecords(records, outcome));
  } finally {
    socket.off('timeout', stalled);
    room.leave();
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const retry = answer.status === 429 || answer.status === 503 ? { 'retry-after': String(RETRY_SECONDS) } : {};
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const head = answer.status === 204 ? {} : { 'content-type': answer.type, 'content-length': String(body.length) };
  // What is left of a body that was refused is not read: the connection ends with the answer.
  const ends = request.complete ? {} : { connection: 'close' };
  response.writeHead(answer.status, { ...head, ...retry, ...ends, ...answer.headers });
  response.end(request.method === 'HEAD' || answer.status === 204 ? undefined : body);
}

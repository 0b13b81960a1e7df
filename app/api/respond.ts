import type { z } from 'zod';
import { type NameSubject, type OperationName, type Person, type Principal, perform } from '@/lib/auth';
import { AppError, BadRequest, SignInNeeded, TooLarge, Unavailable } from '@/lib/errors';
import type { ErrorAnswer } from '@/lib/interface';
import { logger } from '@/lib/logger';
import { QueryError } from '@/lib/query';

/** The status of each code of `AppError`; 499 is what proxies log for a client that went away. */
const STATUSES: ReadonlyMap<string, number> = new Map([
  ['bad-request', 400],
  ['sign-in-needed', 401],
  ['forbidden', 403],
  ['not-found', 404],
  ['conflict', 409],
  ['too-large', 413],
  ['too-many', 429],
  ['cancelled', 499],
  ['setup-needed', 503],
  ['unavailable', 503],
  ['too-slow', 504],
  ['no-room', 507],
]);

/** What Next gives a handler under `[id]`. */
export interface IdContext {
  readonly params: Promise<{ readonly id: string }>;
}

/**
 * Runs a handler for whoever may do its operation, and answers with its JSON, or with the error that it threw: the only place
 * where one gets a status. The handler is told who asks, and how to name what it does something to for the audit trail.
 */
export async function respond(
  request: Request,
  operation: OperationName,
  handle: (principal: Principal, nameSubject: NameSubject) => Promise<unknown>,
): Promise<Response> {
  try {
    const answer = await perform(request, operation, handle, isFailure);
    return answer instanceof Response ? answer : json(200, answer);
  } catch (error) {
    return respondError(error);
  }
}

/** Whoever asks, where only somebody signed in gets as far as here. */
export function signedIn(principal: Principal): Person {
  if (principal.kind === 'person') return principal;
  throw new SignInNeeded('sign in first');
}

function isFailure(answer: unknown): boolean {
  return answer instanceof Response && answer.status >= 400;
}

/** The answer to an error; one that nobody foresaw is logged and not shown. */
export function respondError(error: unknown): Response {
  if (error instanceof QueryError) return problem(400, 'query', error.message, error.at);
  if (error instanceof Unavailable) logger.warn('the database was not there for a request', { error });
  if (error instanceof AppError) return problem(STATUSES.get(error.code) ?? 500, error.code, error.message, error.at);
  logger.error('a request failed', { error });
  return problem(500, 'internal', 'something went wrong on the server; its log says what');
}

/** No cache keeps JSON: answers change while sources are being read. */
const JSON_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

export function json(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: JSON_HEADERS });
}

/** The answer to what made something that has an address now. */
export function created(location: string, body: unknown): Response {
  return Response.json(body, { status: 201, headers: { ...JSON_HEADERS, location } });
}

/** The same with cookies to set. */
export function jsonWithCookies(body: unknown, cookies: readonly string[]): Response {
  const response = json(200, body);
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

/** Text that no browser takes for anything else. */
export function plainText(text: string): Response {
  return new Response(text, { headers: { ...JSON_HEADERS, 'content-type': 'text/plain; charset=utf-8' } });
}

/** JSON that is too large to be in memory at once. */
export function jsonStream(stream: ReadableStream<Uint8Array>): Response {
  return new Response(stream, { headers: { ...JSON_HEADERS, 'content-type': 'application/json' } });
}

/** JSON values, one a line, as they come; nothing between here and the client may hold them back. */
export function jsonLines(stream: ReadableStream<Uint8Array>): Response {
  const headers = {
    ...JSON_HEADERS,
    'cache-control': 'no-store, no-transform',
    'content-type': 'application/x-ndjson',
  };
  return new Response(stream, { headers });
}

/** Server-sent events as they come (HTML Standard, 9.2). */
export function eventStream(stream: ReadableStream<Uint8Array>): Response {
  const headers = {
    ...JSON_HEADERS,
    'cache-control': 'no-store, no-transform',
    'content-type': 'text/event-stream; charset=utf-8',
    // Asks a proxy of the nginx kind to hold nothing back.
    'x-accel-buffering': 'no',
  };
  return new Response(stream, { headers });
}

/**
 * A file for the client to keep, never to show: logs are hostile, so no browser may run what is in them.
 * `bytes` is its length where that is known.
 */
export function download(
  stream: ReadableStream<Uint8Array>,
  path: string,
  mediaType: string,
  bytes: number | null,
): Response {
  const headers = new Headers({
    'content-type': mediaType,
    'content-disposition': contentDisposition(path),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  if (bytes !== null) headers.set('content-length', String(bytes));
  return new Response(stream, { headers });
}

const FILE_NAME_LENGTH_MAX = 200;

/** RFC 6266 with the extended notation of RFC 8187; the plain name is for clients that know neither. */
function contentDisposition(path: string): string {
  const name = (path.split(/[\\/]/).at(-1) ?? '').slice(-FILE_NAME_LENGTH_MAX).toWellFormed() || 'file';
  const plain = name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** The parameters of the address as the schema wants them; throws `BadRequest` that names the first wrong one. */
export function parameters<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const given: Record<string, string> = Object.create(null);
  for (const [name, value] of new URL(request.url).searchParams) {
    if (name in given) throw new BadRequest(`${name}: given twice`);
    given[name] = value;
  }
  return parsed(schema, { ...given });
}

const BODY_BYTES_MAX = 64 * 1024;

/** The JSON of a request's body as the schema wants it; a body of more than `bytesMax` is refused. */
export async function body<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  bytesMax: number = BODY_BYTES_MAX,
): Promise<z.output<Schema>> {
  const text = await bodyText(request, bytesMax);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new BadRequest('the body is not JSON', { cause });
  }
  return parsed(schema, value);
}

/** The body as text; a longer one is refused before it is all in memory, whatever length it claims to have. */
async function bodyText(request: Request, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > bytesMax) throw tooLong(bytesMax);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Where only small bodies make sense, a larger one is a mistake; elsewhere it is more than is kept. */
function tooLong(bytesMax: number): AppError {
  const message = `the body is longer than ${bytesMax} bytes`;
  return bytesMax === BODY_BYTES_MAX ? new BadRequest(message) : new TooLarge(message);
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = issue?.path.join('.');
  throw new BadRequest(`${name ? `${name}: ` : ''}${issue?.message ?? 'not what is expected'}`);
}

function problem(status: number, code: string, message: string, at?: ErrorAnswer['error']['at']): Response {
  const answer: ErrorAnswer = { error: { code, message, ...(at === undefined ? {} : { at }) } };
  return json(status, answer);
}

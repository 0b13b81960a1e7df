import type { z } from 'zod';
import { fetchAnswer } from '@/components/interface';
import { type NamedStream, namedStream, newTokenAnswer } from '@/lib/interface';

export interface MadeStream {
  readonly stream: NamedStream;
  /** The secret of a new token for it; shown this once. */
  readonly token: string;
}

/** Makes a stream and a token that can push to it, and to nothing else. Errors as `fetchAnswer`. */
export async function makeStream(name: string): Promise<MadeStream> {
  const stream = await post(namedStream, '/api/streams', { name });
  return { stream, token: await makeIngestToken(stream) };
}

/** A further token for a stream. */
export async function makeIngestToken({ id, name }: NamedStream): Promise<string> {
  const token = { scope: 'ingest', sourceId: id, name: name.slice(0, TOKEN_NAME_MAX), days: null };
  return (await post(newTokenAnswer, '/api/tokens', token)).secret;
}

const TOKEN_NAME_MAX = 100;

function post<Schema extends z.ZodType>(schema: Schema, path: string, body: unknown): Promise<z.output<Schema>> {
  const headers = { 'content-type': 'application/json' };
  return fetchAnswer(schema, path, {}, { method: 'POST', headers, body: JSON.stringify(body) });
}

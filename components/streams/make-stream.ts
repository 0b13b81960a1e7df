import { send } from '@/components/forms';
import { type NamedStream, namedStream, newTokenAnswer } from '@/lib/interface';

export interface MadeStream {
  readonly stream: NamedStream;
  /** The secret of a new token for it; shown this once. */
  readonly token: string;
}

/** Makes a stream and a token that can push to it, and to nothing else. Errors as `fetchAnswer`. */
export async function makeStream(name: string): Promise<MadeStream> {
  const stream = await send(namedStream, 'POST', '/api/streams', { name });
  return { stream, token: await makeIngestToken(stream) };
}

async function makeIngestToken({ id, name }: NamedStream): Promise<string> {
  const token = { scope: 'ingest', sourceId: id, name: name.slice(0, TOKEN_NAME_MAX), days: null };
  return (await send(newTokenAnswer, 'POST', '/api/tokens', token)).secret;
}

const TOKEN_NAME_MAX = 100;

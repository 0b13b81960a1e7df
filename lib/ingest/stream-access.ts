import { findToken, presentedSecret } from '@/lib/auth/tokens';
import { type ReceivedRequest, Refused } from '@/lib/receivers';
import { findStreamById } from '@/lib/store';
import type { Stream } from './stream-intake';

/** The stream of what comes without a token, by the name of its receiver; null: a token is demanded. */
export type WithoutToken = ((receiver: string) => Promise<Stream>) | null;

/**
 * The stream that a request may push to: that of its token. A token that is not good (any more) is an error also where none
 * is demanded: what it was to reach is not where it would go. `path`: with the token. Throws `Refused`.
 */
export async function streamOf(
  { headers }: Pick<ReceivedRequest, 'headers'>,
  path: string,
  receiver: string,
  withoutToken: WithoutToken,
): Promise<Stream> {
  const { authorization } = headers;
  const secret = presentedSecret(typeof authorization === 'string' ? authorization : null, path);
  const token = secret === null ? null : await findToken(secret);
  if (token?.scope === 'ingest') {
    const stream = await findStreamById(token.sourceId);
    if (stream === null) throw new Refused('gone', `the stream of the token "${token.name}" was deleted`);
    return stream;
  }
  if (secret !== null) throw new Refused('wrong-token', 'this is no token for pushing logs, or not any more');
  if (withoutToken === null) throw new Refused('no-token', 'a token is needed to push logs here');
  return withoutToken(receiver);
}

import type { ReceivedRequest } from '@/lib/receivers';
import type { Stream } from './stream-intake';

/** Finds the stream that a token may push to; null when there is no such token, or not any more. */
export type TokenLookup = (secret: string) => Promise<Stream | null>;

/** Who may push: whoever has a token, and on a machine of one person also who has none, to a stream named after the receiver. */
export interface StreamAccess {
  /** Null: there are no tokens yet, and none is looked at. */
  readonly findToken: TokenLookup | null;
  /** The stream of what comes without a token; null: a token is demanded. */
  readonly withoutToken: ((receiver: string) => Promise<Stream>) | null;
}

const IN_PATH = /^\/in\/([^/]{1,200})(\/.*)?$/;
const BASIC = /^basic\s+(\S+)$/i;
const API_KEY = /^apikey\s+(\S+)$/i;
const BARE = /^(?:bearer|splunk)\s+(\S+)$/i;

/** The path without the token that may stand in it (`/in/TOKEN/…`), and the token; for shippers that can send no headers. */
export function splitToken(path: string): { path: string; token: string | null } {
  const match = IN_PATH.exec(path);
  return match === null ? { path, token: null } : { path: match[2] ?? '', token: match[1] ?? null };
}

/** The token that a request names in its headers, in whichever way its shipper can; null for none. */
export function headerToken({ headers }: Pick<ReceivedRequest, 'headers'>): string | null {
  const firehose = headers['x-amz-firehose-access-key'];
  if (typeof firehose === 'string' && firehose !== '') return firehose;
  const { authorization } = headers;
  if (typeof authorization !== 'string') return null;
  const bare = BARE.exec(authorization)?.[1];
  if (bare !== undefined) return bare;
  const pair = BASIC.exec(authorization)?.[1] ?? API_KEY.exec(authorization)?.[1];
  if (pair === undefined) return null;
  // The name before the colon is whatever the shipper had to be given.
  const text = Buffer.from(pair, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon === -1 ? text : text.slice(colon + 1);
}

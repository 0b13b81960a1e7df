import { isMeantAsSecret } from './secret';

/** The part of a path in which shippers that cannot send headers give their token: `/in/<token>/loki/api/v1/push`. */
const IN_PATH = /^\/in\/([^/?#]+)/;

/**
 * The secret that a request presents, or null. In the header `Authorization`: `Bearer t`, `Splunk t` (HTTP Event Collector),
 * `Basic base64(anybody:t)` (RFC 7617; Loki clients, journal upload), `ApiKey base64(id:t)` (Elasticsearch clients); else in
 * the path: `/in/t/…`. What stands in a header and does not look like ours is null, since many shippers must be given some
 * secret; whoever puts one into the path means ours.
 */
export function presentedSecret(authorization: string | null | undefined, path: string): string | null {
  const given = authorization ? inHeader(authorization) : undefined;
  if (given !== undefined && isMeantAsSecret(given)) return given;
  return IN_PATH.exec(path)?.[1] ?? null;
}

/** The path without the token in it: what goes on to whoever answers it. */
export function pathBehindToken(path: string): string {
  const rest = path.replace(IN_PATH, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function inHeader(authorization: string): string | undefined {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+) *$/.exec(authorization) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'splunk':
      return value;
    case 'basic':
    case 'apikey':
      return afterColon(Buffer.from(value, 'base64').toString('utf8'));
    default:
      return undefined;
  }
}

function afterColon(pair: string): string | undefined {
  const colon = pair.indexOf(':');
  return colon === -1 ? undefined : pair.slice(colon + 1);
}

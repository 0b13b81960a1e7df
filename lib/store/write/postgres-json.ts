/**
 * JSON text that jsonb takes: it refuses U+0000 and lone surrogates, which are just what `JSON.stringify` leaves escaped.
 * Both become U+FFFD.
 */
export function postgresJson(value: unknown): string {
  const json = JSON.stringify(value);
  return json.includes('\\u') ? json.replace(REFUSED, '$1\uFFFD') : json;
}

/** The escape itself, not the end of an escaped backslash before a `u`. */
const REFUSED = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** The text as an event's row holds it: U+0000 and lone surrogates, which Postgres refuses, are U+FFFD there. */
export function storable(text: string): string {
  return /[\0\p{Surrogate}]/u.test(text) ? text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD') : text;
}

/** How the secrets of tokens begin (`lib/auth/tokens/secret.ts`), wherever they stand: what is redacted too much does no harm. */
const SECRET = /(trackway_(?:ingest|read|link)_)[A-Za-z0-9_-]+/g;

/** Text for our own logs: nobody who reads those learns the secret of a token, whatever path or header it came in. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRET, '$1…');
}

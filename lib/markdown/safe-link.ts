const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
/** Only there to read paths: nothing is asked of it. */
const OURS = 'https://ours.invalid';
// Browsers take backslashes for slashes, and leave control characters out before they look at the scheme.
const DECEIVING = /[\\\p{Cc}\s]/u;

/** Whether an address may become a link: of the web, of mail, or a path on this site. */
export function isSafeLink(href: string): boolean {
  if (href === '' || DECEIVING.test(href)) return false;
  if (!URL.canParse(href, OURS)) return false;
  const url = new URL(href, OURS);
  if (url.origin === OURS) return href.startsWith('/') || href.startsWith('#');
  // `//elsewhere` looks like a path.
  return SCHEMES.has(url.protocol) && !href.startsWith('/');
}

/** Only to be resolved against. */
const HERE = 'http://trackway.invalid';

/** Where to go after signing in: a path of ours, whatever somebody put into the address. */
export function pathOfOurs(to: string | readonly string[] | undefined): string {
  if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, HERE)) return '/';
  const { origin, pathname, search } = new URL(to, HERE);
  // A path that begins with two slashes is an address of another site to a browser.
  return origin !== HERE || pathname.startsWith('//') ? '/' : `${pathname}${search}`;
}

/** Longer addresses are cut or refused by programs that people send them with. */
const ADDRESS_MAX = 2000;

/** What a browser's address says of itself even where the rest is kept on the server: it changes with every step. */
const ALWAYS_IN_ADDRESS: readonly string[] = ['event', 'at', 'zone'];

interface Linked {
  readonly slug: string;
  readonly path: string;
  readonly search: string;
}

/** Whether a place is too long for an address, so that the page gets it from the server. */
export function isTooLong(path: string, search: string): boolean {
  return path.length + search.length + 1 > ADDRESS_MAX;
}

/** The address that a short link leads to; it names the link, so that the page can say what was seen then. */
export function linkedAddress({ slug, path, search }: Linked): string {
  const whole = new URLSearchParams(search);
  const shown = isTooLong(path, search)
    ? new URLSearchParams(
        ALWAYS_IN_ADDRESS.flatMap((name) =>
          whole
            .getAll(name)
            .slice(0, 1)
            .map((value) => [name, value]),
        ),
      )
    : whole;
  shown.set('link', slug);
  return `${path}?${shown}`;
}

/** Short names of the months as syslog daemons write them in the locales that Europe's and America's servers run in. */
const BY_LOCALE: readonly string[] = [
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'janv févr mars avr mai juin juil août sept oct nov déc',
  'jan fév mar avr mai jui jul aoû sep oct nov déc',
  'jan feb mär apr mai jun jul aug sep okt nov dez',
  'ene feb mar abr may jun jul ago sep oct nov dic',
  'gen feb mar apr mag giu lug ago set ott nov dic',
  'jan fev mar abr mai jun jul ago set out nov dez',
  'jan feb mrt apr mei jun jul aug sep okt nov dec',
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  BY_LOCALE.flatMap((names) => names.split(' ').map((name, place): [string, number] => [name, place + 1])),
);

const ENGLISH: ReadonlyMap<string, number> = new Map(
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').map((name, place) => [name, place + 1]),
);

/** The month, 1 to 12, of a short name in any case, with or without a dot behind; 0 when it is none. */
export function monthNumber(name: string): number {
  const english = ENGLISH.get(name);
  if (english !== undefined) return english;
  const bare = name.endsWith('.') ? name.slice(0, -1) : name;
  return NUMBERS.get(bare.toLowerCase()) ?? 0;
}

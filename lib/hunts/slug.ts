const LENGTH_MAX = 60;
/** For the number of a slug that is taken. */
const NUMBER_LENGTH_MAX = 12;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What `/hunts/…` and `/api/hunts/…` mean something else by. */
const RESERVED: ReadonlySet<string> = new Set(['import', 'library', 'new']);

/** The name of a hunt in addresses, made of its title: Latin letters without marks, digits, and `-` between words. */
export function slugOf(title: string): string {
  const words = title
    .slice(0, 4 * LENGTH_MAX)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).join('-').slice(0, LENGTH_MAX).replace(/-$/, '');
  return slug === '' ? 'hunt' : slug;
}

/** Whether a text can be a slug at all. */
export function isSlug(text: string): boolean {
  return text.length <= LENGTH_MAX + NUMBER_LENGTH_MAX && SLUG.test(text);
}

/** The slug, or with the lowest number that is neither taken nor means something else. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  const free = (candidate: string) => !taken.has(candidate) && !RESERVED.has(candidate);
  if (free(slug)) return slug;
  let number = 2;
  while (!free(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

/** A text as Postgres can hold it: cut to so many characters, and U+FFFD for U+0000, as for bytes that are no UTF-8. */
export function clean(value: string, charactersMax: number): string {
  const cut = value.length > charactersMax ? value.slice(0, charactersMax) : value;
  return cut.includes('\0') ? cut.replaceAll('\0', '\uFFFD') : cut;
}

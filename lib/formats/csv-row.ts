const QUOTE = 34;
const COMMA = 44;

/**
 * The values of a row of CSV (RFC 4180), quotes taken off; null when a quoted value goes on in the next line, or when the row
 * is malformed or has more than `max` values.
 */
export function csvRow(text: string, max: number): string[] | null {
  const values: string[] = [];
  let at = 0;
  for (;;) {
    if (values.length >= max) return null;
    if (text.charCodeAt(at) === QUOTE) {
      const end = endOfQuoted(text, at + 1);
      if (end < 0) return null;
      const value = text.slice(at + 1, end);
      values.push(value.includes('"') ? value.replaceAll('""', '"') : value);
      at = end + 1;
      if (at < text.length && text.charCodeAt(at) !== COMMA) return null;
    } else {
      const comma = text.indexOf(',', at);
      const end = comma < 0 ? text.length : comma;
      values.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) return values;
    at += 1;
  }
}

/** Whether a quoted value of the row is still open at its end. */
export function isOpenCsv(text: string, open = false): boolean {
  let quotes = open ? 1 : 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

/** The place of the quote that ends a value which begins at `from`; -1 when there is none. */
function endOfQuoted(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}

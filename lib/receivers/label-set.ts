const SPACE = /\s/;
const NAME = /[A-Za-z0-9_.:-]/;

/**
 * The labels of a stream as Loki's protocol writes them: `{name="value", …}`, values quoted as in Go. Null when it is otherwise.
 * Linear time.
 */
export function parseLabelSet(text: string): [string, string][] | null {
  const labels: [string, string][] = [];
  let at = skipSpace(text, 0);
  if (text[at] !== '{') return null;
  at = skipSpace(text, at + 1);
  while (text[at] !== '}') {
    const start = at;
    while (NAME.test(text[at] ?? '')) at += 1;
    const name = text.slice(start, at);
    at = skipSpace(text, at);
    if (name === '' || text[at] !== '=') return null;
    const quoted = quotedText(text, skipSpace(text, at + 1));
    if (quoted === null) return null;
    labels.push([name, quoted.value]);
    at = skipSpace(text, quoted.end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
    else if (text[at] !== '}') return null;
  }
  return labels;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (SPACE.test(text[at] ?? '')) at += 1;
  return at;
}

/** Go's interpreted and raw strings; escapes of JSON are read as such, the others of Go by hand. */
function quotedText(text: string, from: number): { value: string; end: number } | null {
  if (text[from] === '`') {
    const end = text.indexOf('`', from + 1);
    return end === -1 ? null : { value: text.slice(from + 1, end), end: end + 1 };
  }
  if (text[from] !== '"') return null;
  let end = from + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  if (end >= text.length) return null;
  return { value: unescaped(text.slice(from + 1, end)), end: end + 1 };
}

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
]);

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]))/g,
    (...groups) => {
      const [, hex, short, long, octal, letter] = groups.map((group) =>
        typeof group === 'string' ? group : undefined,
      );
      const digits = hex ?? short ?? long;
      if (digits !== undefined) return codePoint(Number.parseInt(digits, 16));
      if (octal !== undefined) return codePoint(Number.parseInt(octal, 8));
      return SIMPLE.get(letter ?? '') ?? letter ?? '';
    },
  );
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** How far into a line that follows a torn one is looked. */
const LOOK_MAX = 4096;
/** What may stand at the start of a line of JSON where a value is due. */
const VALUE =
  /^(?:"|\{[ \t\r]*(?:["}]|$)|\[[ \t\r]*(?:["{[\]]|-?\d[\d.eE+-]*[ \t\r]*(?:[,\]]|$)|$)|(?:-?\d[\d.eE+-]*|true|false|null)[ \t\r]*(?:[,}\]]|$))/;

/** What may stand behind each kind of token; `value` is a text, a number or a word, or what closes one. */
const BEHIND: Readonly<Record<string, RegExp>> = {
  '{': /^["}]/,
  '[': /^(?:\]|["{[\w-])/,
  ':': /^["{[\w-]/,
  ',': /^["{[\w-]/,
  value: /^[,:}\]]/,
};
/** A number, or a word such as `null`. */
const BARE = /[\w.+-]/;

/**
 * Whether the JSON that opens at `from` is a record whose end is missing, with lines of a log behind it, rather than a document
 * of several lines: its line is no beginning of JSON, or what follows cannot go on where it ends. Only the first line and what
 * follows it are judged.
 */
export function isTornJson(text: string, from: number): boolean {
  const newline = text.indexOf('\n', from);
  if (newline === -1) return false;
  const last = lastToken(text, from, newline);
  if (last === 'broken') return true;
  const next = nextLine(text, newline);
  if (last === 'whole' || next === '') return false;
  const opensRecord = next.startsWith('{');
  // A document goes on with a mark, or its next record opens over several lines.
  if (last === '{' || last === 'value') return !BEHIND[last]?.test(next) && !(opensRecord && !isValue(next));
  return !(last === '[' && next.startsWith(']')) && !VALUE.test(next);
}

/** The last token of a line of JSON; `whole` when it closes all that it opened, `broken` when it is no beginning of JSON. */
function lastToken(text: string, from: number, to: number): string {
  let depth = 0;
  let last = ',';
  for (let at = from; at < to; at += 1) {
    if (text.charCodeAt(at) <= 0x20) continue;
    const mark = text.charAt(at);
    if (!BEHIND[last]?.test(mark)) return 'broken';
    if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
    if (depth <= 0) return 'whole';
    last = BEHIND[mark] === undefined ? 'value' : mark;
    if (mark === '"') at = endOfString(text, at, to);
    else if (BARE.test(mark)) while (at + 1 < to && BARE.test(text.charAt(at + 1))) at += 1;
    if (at >= to) return 'broken';
  }
  return last;
}

function endOfString(text: string, quote: number, to: number): number {
  let at = quote + 1;
  while (at < to && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

/** The next line that is not blank, without the blanks before it. */
function nextLine(text: string, newline: number): string {
  let start = newline;
  while (start < text.length && text.charCodeAt(start) <= 0x20) start += 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, Math.min(end === -1 ? text.length : end, start + LOOK_MAX));
}

function isValue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

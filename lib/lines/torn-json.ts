const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;

/** What may stand behind each kind of token; `value` is a text, a number or a word, or what closes one. */
const BEHIND: Readonly<Record<string, RegExp>> = {
  '{': /^["}]/,
  '[': /^(?:\]|["{[\dtfn-])/,
  ':': /^["{[\dtfn-]/,
  // Behind a comma, by what it stands in.
  ',{': /^"/,
  ',[': /^["{[\dtfn-]/,
  value: /^[,:}\]]/,
};
/** A number, or a word such as `null`. */
const BARE = /[\w.+-]/;
const BLANK = /[ \t\r\n]/;
/** What may stand behind a whole record: blanks, the end of its line, or another one. */
const BETWEEN_RECORDS = /^[ \t\r]*(?:$|[\n,{[])/;
/** So many lines are judged: further down a document is only damaged. */
const LINES_MAX = 3;
/** So many records that were cut may stand before a whole one. */
const RECORDS_MAX = 16;

/**
 * Whether the JSON that opens at `from` is a record whose end is missing, with lines of a log behind it, rather than a document
 * of several lines: its first lines are no beginning of JSON. A document whose first record was cut is one still: its next
 * record opens over several lines.
 */
export function isTornJson(text: string, from: number, records = RECORDS_MAX): boolean {
  const end = endOfLines(text, from);
  if (end === -1) return false;
  const open: string[] = [];
  let last = ',[';
  for (let at = from; at < end; at += 1) {
    const mark = text.charAt(at);
    if (BLANK.test(mark)) continue;
    if (!BEHIND[last]?.test(mark)) {
      const reopens = mark === '{' && opensDocument(text, at);
      return !reopens || (records > 0 && isTornJson(text, at, records - 1));
    }
    nest(open, mark);
    if (open.length === 0) return !BETWEEN_RECORDS.test(text.slice(at + 1, at + 65));
    last = kindOf(mark, open);
    at = endOfToken(text, at, mark);
    if (at === -1) return true;
  }
  return false;
}

function nest(open: string[], mark: string): void {
  if (mark === '{' || mark === '[') open.push(mark);
  else if (mark === '}' || mark === ']') open.pop();
}

function kindOf(mark: string, open: readonly string[]): string {
  if (mark === ',') return `,${open.at(-1)}`;
  return BEHIND[mark] === undefined ? 'value' : mark;
}

/** Where the lines end that are judged, blank ones not counted; -1 when there is only one. */
function endOfLines(text: string, from: number): number {
  let lines = 0;
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (text.slice(start, end).trim() !== '') lines += 1;
    if (lines === LINES_MAX) return end;
    start = end + 1;
  }
  return lines > 1 ? text.length : -1;
}

/** Whether a brace begins a line that is neither a JSON value by itself nor torn, so that it opens a record over several lines. */
function opensDocument(text: string, at: number): boolean {
  const blank = text.slice(text.lastIndexOf('\n', at) + 1, at).trim() === '';
  return blank && !endsInText(text, at) && !isWholeLine(text, at);
}

function endsInText(text: string, from: number): boolean {
  for (let at = from; at < text.length && text.charCodeAt(at) !== NEWLINE; at += 1) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    at = endOfString(text, at);
    if (text.charCodeAt(at) !== QUOTE) return true;
  }
  return false;
}

/** The last character of a token; -1 for a text that its line does not end. */
function endOfToken(text: string, at: number, mark: string): number {
  if (mark === '"') {
    const end = endOfString(text, at);
    return text.charAt(end) === '\n' ? -1 : end;
  }
  let end = at;
  if (BARE.test(mark)) while (end + 1 < text.length && BARE.test(text.charAt(end + 1))) end += 1;
  return end;
}

/** The closing quote, the end of the line or of the text. */
function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === NEWLINE) return at;
    if (code === BACKSLASH && text.charCodeAt(at + 1) !== NEWLINE) at += 1;
  }
  return text.length;
}

/** Whether the line that begins at `at` is a JSON value by itself. */
function isWholeLine(text: string, at: number): boolean {
  const end = text.indexOf('\n', at);
  try {
    JSON.parse(text.slice(at, end === -1 ? text.length : end));
    return true;
  } catch {
    return false;
  }
}

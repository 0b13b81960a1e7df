const ESCAPE = 0x1b;
const BELL = 0x07;

/**
 * The text without terminal escapes (colours, cursor movements, window titles) and with U+FFFD for NUL, which Postgres
 * cannot hold. Text that needs nothing comes back as it is. Escape shapes: ECMA-48 section 5.4, xterm's OSC.
 */
export function plainText(text: string): string {
  const coloured = text.includes('\u001b');
  if (!coloured && !text.includes('\0')) return text;
  const visible = coloured ? withoutEscapes(text) : text;
  return visible.replaceAll('\0', '\ufffd');
}

function withoutEscapes(text: string): string {
  const kept: string[] = [];
  let from = 0;
  let at = text.indexOf('\u001b');
  while (at !== -1) {
    kept.push(text.slice(from, at));
    from = endOfEscape(text, at);
    at = text.indexOf('\u001b', from);
  }
  kept.push(text.slice(from));
  return kept.join('');
}

/** The place after the escape sequence at `at`. A sequence that never ends takes no more than itself so far. */
function endOfEscape(text: string, at: number): number {
  const kind = text[at + 1];
  if (kind === '[') return endOfControl(text, at + 2);
  if (kind === ']') return endOfCommand(text, at + 2);
  // Two- and three-letter escapes: ESC 7, ESC ( B.
  let end = at + 1;
  while (isBetween(text.charCodeAt(end), 0x20, 0x2f)) end++;
  return isBetween(text.charCodeAt(end), 0x30, 0x7e) ? end + 1 : end;
}

function endOfControl(text: string, at: number): number {
  let end = at;
  while (isBetween(text.charCodeAt(end), 0x20, 0x3f)) end++;
  return isBetween(text.charCodeAt(end), 0x40, 0x7e) ? end + 1 : end;
}

/** An operating system command ends with BEL or ESC \; without either, only its opening is dropped. */
function endOfCommand(text: string, at: number): number {
  for (let end = at; end < text.length && end < at + 2048; end++) {
    const code = text.charCodeAt(end);
    if (code === BELL) return end + 1;
    if (code === ESCAPE) return text[end + 1] === '\\' ? end + 2 : end;
  }
  return at;
}

function isBetween(code: number, low: number, high: number): boolean {
  return code >= low && code <= high;
}

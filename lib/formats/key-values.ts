const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const LESS = 60;
const EQUALS = 61;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/**
 * Walks `key=value` pairs (logfmt, structured klog) without making objects: after `next` answers true, look at `key` and
 * `value`. Values are bare up to a space, Go-quoted with escapes, bracketed (`{…}`, `[…]`, `map[…]`, up to the matching
 * bracket), or klog's block of lines `<` … `>`. Linear: every character is looked at a fixed number of times.
 */
export class PairScanner {
  key = '';
  value = '';
  /** Whether the value stood in quotes. */
  quoted = false;
  /** Words that belong to no pair, so far. */
  strays = 0;
  /** The place after the last pair. */
  end = 0;

  private text = '';

  start(text: string, at: number): void {
    this.text = text;
    this.end = at;
    this.strays = 0;
  }

  /** Moves on to the next pair, over any strays; false at the end of the text. */
  next(): boolean {
    const text = this.text;
    for (;;) {
      let at = this.end;
      while (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === COMMA) at++;
      if (at >= text.length) return false;
      const keyEnd = text.charCodeAt(at) === QUOTE ? endOfQuoted(text, at) : endOfKey(text, at);
      if (text.charCodeAt(keyEnd) === EQUALS && keyEnd > at) {
        this.key = text.charCodeAt(at) === QUOTE ? text.slice(at + 1, keyEnd - 1) : text.slice(at, keyEnd);
        this.readValue(keyEnd + 1);
        return true;
      }
      this.strays++;
      this.end = endOfWord(text, keyEnd);
    }
  }

  private readValue(at: number): void {
    const text = this.text;
    const first = text.charCodeAt(at);
    this.quoted = first === QUOTE;
    if (first === QUOTE) {
      this.end = endOfQuoted(text, at);
      this.value = unquote(text, at, this.end);
    } else if (first === LESS && text.charCodeAt(at + 1) === NEWLINE) {
      const close = text.indexOf('\n >', at);
      this.end = close === -1 ? text.length : close + 3;
      this.value = text.slice(at + 2, close === -1 ? text.length : close);
    } else {
      this.end = endOfBare(text, at);
      this.value = text.slice(at, this.end);
    }
  }
}

/** The text of a Go-quoted string (strconv.Quote) that spans `from` to `to`, quotes included; a missing last quote is forgiven. */
export function unquote(text: string, from: number, to: number): string {
  const closed = to - 1 > from && text.charCodeAt(to - 1) === QUOTE;
  const inner = text.slice(from + 1, closed ? to - 1 : to);
  return inner.includes('\\') ? withoutEscapes(inner) : inner;
}

/** The place after the closing quote of the quoted string at `at`, or the end of the text when it never closes. */
export function endOfQuoted(text: string, at: number): number {
  let quote = text.indexOf('"', at + 1);
  while (quote !== -1) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH && quote - 1 - slashes > at) slashes++;
    if (slashes % 2 === 0) return quote + 1;
    quote = text.indexOf('"', quote + 1);
  }
  return text.length;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
};

function withoutEscapes(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs,
    (all, x, u, long, letter) => {
      const digits: string | undefined = x ?? u ?? long;
      if (digits === undefined) return ESCAPES[letter] ?? all;
      const code = Number.parseInt(digits, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

function endOfKey(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === EQUALS || code === QUOTE || isSpace(code)) break;
  }
  return end;
}

/** Moves to the next space, in one go over a quoted part; always forward. */
function endOfWord(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isSpace(code)) break;
    if (code === QUOTE) return endOfQuoted(text, end);
  }
  return end;
}

function endOfBare(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isSpace(code)) break;
    if (code === OPEN_BRACE || code === OPEN_BRACKET) return endOfBrackets(text, end);
  }
  return end;
}

/** The place after the bracket that closes the one at `at`, quotes respected; the end of the text when none does. */
function endOfBrackets(text: string, at: number): number {
  let depth = 0;
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) {
      end = endOfQuoted(text, end);
      continue;
    }
    end++;
    if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth--;
      if (depth === 0) break;
    }
  }
  return end;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === NEWLINE || code === 13;
}

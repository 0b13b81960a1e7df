import {
  AT,
  BREAK,
  DIGIT,
  DOT,
  endsKeyed,
  endsPath,
  isDigit,
  isNameLetter,
  isTrailing,
  kindOf,
  SLASH,
  SPACE,
} from './characters';
import {
  BEFORE_NAME_CHARACTERS,
  BEFORE_NAMES,
  CALENDAR,
  HOST_ENDINGS,
  NO_NAMES,
  UNIT_CHARACTERS_MAX,
  UNITS,
  WORDS_WITH_DIGITS,
} from './words';

/** Stands for a value in a skeleton; no line that is looked at has it, since control characters are blanks. */
export const VALUE = 1;
/** So much of a line makes its skeleton; what follows is one value. */
export const LINE_CHARACTERS_MAX = 2048;
/** The value of a key ends here at the latest. */
const KEYED_CHARACTERS_MAX = 512;
const KEY_CHARACTERS_MAX = 64;

const BLANK = 0x20;
const COMMA = 0x2c;
const QUOTES = '"\'`';

/**
 * Makes skeletons of lines: what is left when numbers, addresses, paths, values of keys and the like are taken out. Two lines
 * with one skeleton say the same of different things. One object for many lines; each call takes time in proportion to the line.
 */
export class SkeletonScanner {
  /** The skeleton of the line at hand: UTF-16 codes, and `VALUE` for each value. */
  readonly codes = new Uint16Array(2 * LINE_CHARACTERS_MAX + 16);
  length = 0;
  private line = '';
  private end = 0;
  /** Whether the last value was a number, to which a unit may belong. */
  private afterNumber = false;
  /** Where in the skeleton the last value stands that is a number with a unit; -1 for none. */
  private measureAt = -1;
  private nameFollows = false;

  /** Only the first line of several counts: what follows it is a stack trace or data. */
  scan(text: string): void {
    this.line = text;
    this.length = 0;
    this.afterNumber = false;
    this.measureAt = -1;
    this.nameFollows = false;
    let at = 0;
    while (at < text.length && at < LINE_CHARACTERS_MAX && kindOf(text.charCodeAt(at)) === SPACE) at += 1;
    this.end = this.endOfLine(at);
    const isCut = this.end === LINE_CHARACTERS_MAX;
    if (isCut) this.end = this.lastBlank(at);
    while (at < this.end) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind === SPACE) {
        this.blank();
        at += 1;
      } else at = kind === BREAK ? this.sign(at) : this.piece(at);
    }
    if (this.codes[this.length - 1] === BLANK) this.length -= 1;
    if (isCut) this.value();
  }

  /** The skeleton as text. */
  text(): string {
    return String.fromCharCode(...this.codes.subarray(0, this.length));
  }

  private endOfLine(from: number): number {
    const end = this.line.indexOf('\n', from);
    return Math.min(end < 0 ? this.line.length : end, LINE_CHARACTERS_MAX);
  }

  /** What is cut within a piece would be of another shape. */
  private lastBlank(from: number): number {
    const blank = this.line.lastIndexOf(' ', this.end - 1);
    return blank > from ? blank : this.end;
  }

  private blank(): void {
    if (this.length > 0 && this.codes[this.length - 1] !== BLANK) this.put(BLANK);
  }

  private put(code: number): void {
    this.codes[this.length] = code;
    this.length += 1;
  }

  private copy(from: number, to: number): void {
    const { line, codes } = this;
    let { length } = this;
    for (let at = from; at < to; at += 1) {
      codes[length] = line.charCodeAt(at);
      length += 1;
    }
    this.length = length;
  }

  /** Values side by side, or in a list, are one: how many there are is a value, too. */
  private value(): void {
    const { codes } = this;
    this.nameFollows = false;
    let before = this.length - 1;
    while (before >= 0 && (codes[before] === BLANK || codes[before] === COMMA)) before -= 1;
    if (before >= 0 && codes[before] === VALUE) this.length = before + 1;
    else this.put(VALUE);
  }

  private sign(at: number): number {
    const { line } = this;
    const code = line.charCodeAt(at);
    this.nameFollows = false;
    const next = line.charCodeAt(at + 1);
    switch (line[at]) {
      case '=':
        return this.keyed(at);
      case '"':
      case "'":
        if (next === 0x3a && at + 1 < this.end && this.closesKey(code)) return this.named(at);
        if (this.followsName()) return this.valueFrom(at);
        break;
      case '(':
        if (next === 0x29 && at + 1 < this.end && (this.length === 0 || this.codes[this.length - 1] === BLANK)) {
          // Nothing in parentheses of its own is a value that is not known.
          this.put(code);
          this.value();
          this.put(next);
          return at + 2;
        }
        break;
      case ')':
        if (this.closesMeasure()) return at + 1;
        break;
      case '<':
        // "<1 sec" is a number.
        if (isDigit(next)) return at + 1;
        break;
    }
    this.afterNumber = false;
    this.put(code);
    return at + 1;
  }

  /** "1301 bytes (1.27 KB)" says one thing twice. */
  private closesMeasure(): boolean {
    const { codes, length, measureAt } = this;
    if (measureAt < 0 || measureAt !== length - 1 || length < 4) return false;
    if (codes[length - 2] !== 0x28 || codes[length - 3] !== BLANK || codes[length - 4] !== VALUE) return false;
    this.length = length - 3;
    return true;
  }

  /** `key=value`: whatever the value is, a word too; but for the text of a record. */
  private keyed(at: number): number {
    const { length } = this;
    this.put(0x3d);
    const isKey = length > 0 && isNameLetter(this.codes[length - 1] ?? 0);
    return isKey && !this.isText(at) ? this.valueFrom(at + 1) : at + 1;
  }

  private isText(at: number): boolean {
    const { line } = this;
    return line[at - 1] === 'g' && (line.startsWith('msg', at - 3) || line.startsWith('message', at - 7));
  }

  /** Whether the quote at hand closes the key of an object: its opening quote stands behind a brace or a comma. */
  private closesKey(quote: number): boolean {
    const { codes } = this;
    let open = this.length - 1;
    while (open >= 0 && codes[open] !== quote) {
      if (this.length - open > KEY_CHARACTERS_MAX) return false;
      open -= 1;
    }
    let before = open - 1;
    while (before >= 0 && codes[before] === BLANK) before -= 1;
    return open > 0 && (codes[before] === COMMA || codes[before] === 0x7b);
  }

  /** Whether `name:` stands directly before. */
  private followsName(): boolean {
    const { codes, length } = this;
    return length > 1 && codes[length - 1] === 0x3a && isNameLetter(codes[length - 2] ?? 0);
  }

  /** `"key": value`, at the quote behind the key. */
  private named(at: number): number {
    this.copy(at, at + 2);
    let from = at + 2;
    while (from < this.end && this.line.charCodeAt(from) === BLANK) from += 1;
    return this.valueFrom(from);
  }

  /** Takes the value of a key, if there is one. */
  private valueFrom(at: number): number {
    const to = this.endOfValue(at, Math.min(this.end, at + KEYED_CHARACTERS_MAX));
    this.afterNumber = false;
    if (to > at) this.put(VALUE);
    return to;
  }

  private endOfValue(at: number, limit: number): number {
    const first = this.line[at] ?? '';
    if (at >= limit || first === '=' || first === '>') return at;
    if (QUOTES.includes(first)) return this.endOfQuoted(at, limit);
    return this.endOfBare(at, limit);
  }

  private endOfQuoted(at: number, limit: number): number {
    const quote = this.line.charCodeAt(at);
    for (let to = at + 1; to < limit; to += 1) {
      const code = this.line.charCodeAt(to);
      if (code === 0x5c) to += 1;
      else if (code === quote) return to + 1;
    }
    return this.endOfBare(at + 1, limit);
  }

  private endOfBrackets(at: number, limit: number): number {
    const open = this.line.charCodeAt(at);
    const close = open + 2;
    let depth = 0;
    for (let to = at; to < limit; to += 1) {
      const code = this.line.charCodeAt(to);
      if (code === open) depth += 1;
      else if (code === close) depth -= 1;
      if (depth === 0) return to + 1;
    }
    return at + 1;
  }

  private endOfBare(at: number, limit: number): number {
    let to = at;
    while (to < limit) {
      const code = this.line.charCodeAt(to);
      if (endsKeyed(code)) break;
      if (code === COMMA && this.endsAtComma(to, limit)) break;
      to = code === 0x7b || code === 0x5b ? this.endOfBrackets(to, limit) : to + 1;
    }
    return to;
  }

  /** A comma ends a value when a blank or the next key follows; else it is a list. */
  private endsAtComma(at: number, limit: number): boolean {
    let to = at + 1;
    while (to < limit && isNameLetter(this.line.charCodeAt(to))) to += 1;
    return to === at + 1 ? to >= limit || kindOf(this.line.charCodeAt(to)) <= BREAK : this.line[to] === '=';
  }

  private piece(at: number): number {
    const { line, end } = this;
    let flags = 0;
    let to = at;
    while (to < end) {
      const kind = kindOf(line.charCodeAt(to));
      if (kind <= BREAK) break;
      flags |= kind;
      to += 1;
    }
    const isWord = (flags & (DIGIT | SLASH | DOT | AT)) === 0;
    if (isWord && (!this.nameFollows || NO_NAMES.has(line.slice(at, to).toLowerCase()))) {
      this.word(at, to);
      return to;
    }
    if ((flags & SLASH) !== 0 && this.isPath(at, to)) return this.path(at);
    return this.mixed(at, to, flags);
  }

  /** A piece without digits: a word of the text, mostly. */
  private word(at: number, to: number): void {
    const { line } = this;
    const isUnit =
      this.afterNumber &&
      to - at <= UNIT_CHARACTERS_MAX &&
      UNITS.has(line.slice(at, this.wordEnd(at, to)).toLowerCase());
    this.afterNumber = false;
    if (isUnit && this.joinUnit(at, to)) return;
    if (to - at === 3 && CALENDAR.has(line.slice(at, to)) && this.datesAt(to)) {
      this.value();
      return;
    }
    this.nameFollows = this.namesSomebody(at, to);
    this.copy(at, to);
  }

  /** The unit of the number before it becomes part of that value. */
  private joinUnit(at: number, to: number): boolean {
    const { codes } = this;
    if (codes[this.length - 1] === BLANK) this.length -= 1;
    if (codes[this.length - 1] !== VALUE) return false;
    this.measureAt = this.length - 1;
    this.copy(this.wordEnd(at, to), to);
    return true;
  }

  private wordEnd(at: number, to: number): number {
    let end = to;
    while (end > at && isTrailing(this.line.charCodeAt(end - 1))) end -= 1;
    return end;
  }

  /** Whether a number or another part of a date follows. */
  private datesAt(at: number): boolean {
    const { line } = this;
    let next = at;
    while (next < this.end && (line[next] === ' ' || line[next] === ',')) next += 1;
    return isDigit(line.charCodeAt(next)) || CALENDAR.has(line.slice(next, next + 3));
  }

  /** Whether the word at hand is followed by somebody's name. */
  private namesSomebody(at: number, to: number): boolean {
    const words = to - at > 4 ? undefined : BEFORE_NAMES.get(this.line.slice(at, to));
    if (words === undefined) return false;
    const before = this.line.slice(Math.max(0, at - BEFORE_NAME_CHARACTERS), at).toLowerCase();
    return words.some((word) => before.endsWith(word));
  }

  private isPath(at: number, to: number): boolean {
    const { line } = this;
    const first = line[at];
    if (first === '/' || first === '\\') return true;
    if (first === '~' || first === '.') return line[at + 1] === '/' || line.startsWith('../', at);
    const colon = line.indexOf(':', at + 1);
    return colon > 0 && colon < to - 1 && (line.startsWith('//', colon + 1) || line.startsWith('\\', colon + 1));
  }

  private path(at: number): number {
    let to = at;
    while (to < this.end) {
      if (endsPath(this.line.charCodeAt(to))) break;
      to += 1;
    }
    const end = this.wordEnd(at, to);
    this.value();
    this.afterNumber = false;
    this.copy(end === at ? to : end, to);
    return to;
  }

  private mixed(at: number, to: number, flags: number): number {
    const { line } = this;
    const end = this.wordEnd(at, to);
    if (this.nameFollows && end > at) this.value();
    else if ((flags & DIGIT) !== 0) this.numbered(at, end);
    else {
      this.afterNumber = false;
      const isName =
        (flags & AT) !== 0 ? isAddress(line.slice(at, end)) : (flags & DOT) !== 0 && isHost(line.slice(at, end));
      if (isName) this.value();
      else this.copy(at, end);
    }
    if (end < to) this.afterNumber = false;
    this.copy(end, to);
    return to;
  }

  /** A piece with digits: a value, but for a name in front of it. */
  private numbered(at: number, end: number): void {
    const { line } = this;
    const from = this.endOfName(at, end);
    if (
      from === at &&
      end - at <= 8 &&
      !isDigit(line.charCodeAt(at)) &&
      WORDS_WITH_DIGITS.has(line.slice(at, end).toLowerCase())
    ) {
      this.afterNumber = false;
      this.copy(at, end);
      return;
    }
    this.copy(at, from);
    this.value();
    this.afterNumber = isDigit(line.charCodeAt(end - 1));
  }

  /** Behind `name:` or `name....` in front of a number; the beginning where there is none. */
  private endOfName(at: number, end: number): number {
    const { line } = this;
    let to = at;
    while (to < end && isNameLetter(line.charCodeAt(to))) to += 1;
    if (line[to] === ':') return to + 1 < end ? to + 1 : at;
    let dots = to;
    while (dots < end && line[dots] === '.') dots += 1;
    return dots - to >= 2 && dots < end ? dots : at;
  }
}

function isHost(piece: string): boolean {
  const dot = piece.lastIndexOf('.');
  return dot > 0 && HOST_ENDINGS.has(piece.slice(dot + 1)) && piece.toLowerCase() === piece;
}

function isAddress(piece: string): boolean {
  const at = piece.indexOf('@');
  return at > 0 && at < piece.length - 1;
}

import { AT, BREAK, DIGIT, DOT, isDigit, isNameLetter, kindOf, SLASH, SPACE } from './characters';
import { endOfValue, isText } from './keyed-value';
import {
  endOfName,
  endOfPath,
  isInDate,
  isPath,
  isPlace,
  isUnit,
  isWordWithDigits,
  lastBlank,
  namesSomebody,
  wordEnd,
} from './pieces';
import { BLANK, SkeletonText, VALUE } from './skeleton-text';
import { NO_NAMES } from './words';

/** So much of a line makes its skeleton; what follows is one value. */
export const LINE_CHARACTERS_MAX = 2048;
const COLON = 0x3a;
const CLOSING = 0x29;

/**
 * Makes skeletons of lines: what is left when numbers, addresses, paths, values of keys and the like are taken out. Two lines
 * with one skeleton say the same of different things. One object for many lines; each call takes time in proportion to the line.
 */
export class SkeletonScanner {
  /** The skeleton of the line at hand; a value may stand where the line has nothing. */
  readonly skeleton = new SkeletonText(2 * LINE_CHARACTERS_MAX + 2);
  private line = '';
  private end = 0;
  /** Whether the last value was a number, to which a unit may belong. */
  private afterNumber = false;
  /** Where in the skeleton the last value stands that is a number with a unit; -1 for none. */
  private measureAt = -1;
  private nameFollows = false;

  /** Only the first line of several counts: what follows it is a stack trace or data. */
  scan(text: string): void {
    const { skeleton } = this;
    this.line = text;
    skeleton.length = 0;
    this.afterNumber = false;
    this.measureAt = -1;
    this.nameFollows = false;
    let at = 0;
    while (at < text.length && at < LINE_CHARACTERS_MAX && kindOf(text.charCodeAt(at)) === SPACE) at += 1;
    const lineEnd = text.indexOf('\n', at);
    this.end = Math.min(lineEnd < 0 ? text.length : lineEnd, LINE_CHARACTERS_MAX);
    const isCut = this.end === LINE_CHARACTERS_MAX;
    if (isCut) this.end = lastBlank(text, at, this.end);
    while (at < this.end) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind === SPACE) {
        skeleton.blank();
        at += 1;
      } else at = kind === BREAK ? this.sign(at) : this.piece(at);
    }
    skeleton.trim();
    if (isCut) skeleton.value();
  }

  private sign(at: number): number {
    const { line, skeleton } = this;
    const code = line.charCodeAt(at);
    const next = at + 1 < this.end ? line.charCodeAt(at + 1) : 0;
    this.nameFollows = false;
    switch (line[at]) {
      case '=':
        return this.keyed(at);
      case '"':
      case "'":
        if (next === COLON && skeleton.closesKey(code)) return this.named(at);
        if (skeleton.endsWithName()) return this.valueFrom(at);
        break;
      case '(':
        if (next === CLOSING && (skeleton.length === 0 || skeleton.last === BLANK)) {
          // Nothing in parentheses of its own is a value that is not known.
          skeleton.put(code);
          skeleton.value();
          skeleton.put(next);
          return at + 2;
        }
        break;
      case ')':
        if (skeleton.takeBackMeasure(this.measureAt)) return at + 1;
        break;
      case '<':
        // "<1 sec" is a number.
        if (isDigit(next)) return at + 1;
        break;
    }
    this.afterNumber = false;
    skeleton.put(code);
    return at + 1;
  }

  /** `key=value`: whatever the value is, a word too; but for the text of a record. */
  private keyed(at: number): number {
    const isKey = isNameLetter(this.skeleton.last);
    this.skeleton.put(this.line.charCodeAt(at));
    return isKey && !isText(this.line, at) ? this.valueFrom(at + 1) : at + 1;
  }

  /** `"key": value`, at the quote behind the key. */
  private named(at: number): number {
    let from = at + 2;
    this.skeleton.copy(this.line, at, from);
    while (from < this.end && this.line.charCodeAt(from) === BLANK) from += 1;
    return this.valueFrom(from);
  }

  /** Takes the value of a key, if there is one. */
  private valueFrom(at: number): number {
    const to = endOfValue(this.line, at, this.end);
    this.afterNumber = false;
    if (to > at) this.skeleton.put(VALUE);
    return to;
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
    if (isWord && (!this.nameFollows || NO_NAMES.has(line.slice(at, to).toLowerCase()))) this.word(at, to);
    else if ((flags & SLASH) !== 0 && isPath(line, at, to)) return this.path(at);
    else this.mixed(at, to, flags);
    return to;
  }

  /** A piece without digits: a word of the text, mostly. */
  private word(at: number, to: number): void {
    const { line, skeleton, afterNumber } = this;
    this.afterNumber = false;
    if (afterNumber && this.joinsUnit(at, to)) return;
    if (isInDate(line, at, to, this.end)) {
      skeleton.value();
      return;
    }
    this.nameFollows = namesSomebody(line, at, to);
    skeleton.copy(line, at, to);
  }

  /** A unit becomes part of the value of the number before it. */
  private joinsUnit(at: number, to: number): boolean {
    const { line, skeleton } = this;
    const end = wordEnd(line, at, to);
    if (!isUnit(line, at, end)) return false;
    skeleton.trim();
    this.measureAt = skeleton.length - 1;
    skeleton.copy(line, end, to);
    return true;
  }

  private path(at: number): number {
    const to = endOfPath(this.line, at, this.end);
    const end = wordEnd(this.line, at, to);
    this.take();
    this.skeleton.copy(this.line, end === at ? to : end, to);
    return to;
  }

  /** A piece with digits, dots or the like. */
  private mixed(at: number, to: number, flags: number): void {
    const { line, skeleton } = this;
    const end = wordEnd(line, at, to);
    if (this.nameFollows && end > at) this.take();
    else if ((flags & DIGIT) !== 0) this.numbered(at, end);
    else if ((flags & (AT | DOT)) !== 0 && isPlace(line.slice(at, end))) this.take();
    else {
      this.afterNumber = false;
      skeleton.copy(line, at, end);
    }
    if (end < to) this.afterNumber = false;
    skeleton.copy(line, end, to);
  }

  /** A piece with digits: a value, but for a name in front of it. */
  private numbered(at: number, end: number): void {
    const { line, skeleton } = this;
    const from = endOfName(line, at, end);
    this.afterNumber = false;
    if (from === at && isWordWithDigits(line, at, end)) {
      skeleton.copy(line, at, end);
      return;
    }
    skeleton.copy(line, at, from);
    this.take();
    this.afterNumber = isDigit(line.charCodeAt(end - 1));
  }

  private take(): void {
    this.nameFollows = false;
    this.afterNumber = false;
    this.skeleton.value();
  }
}

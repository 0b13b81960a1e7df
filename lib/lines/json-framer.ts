import type { DocumentFramer, DocumentItem } from './document-item';
import { ListKeys } from './list-keys';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Where the scanner stands, strings aside. */
const OUTSIDE = 0;
/** In a list of records: a top-level array, or the array of a list object. */
const LIST = 1;
/** In a record, or in an object that may yet turn out to be a list. */
const INSIDE = 2;
/** After text that is no JSON, until the line ends. */
const FOREIGN = 3;

/**
 * Finds the records in JSON that is not one record per line: pretty-printed or concatenated objects, the elements of a
 * top-level array, the elements of a list object's array (`items`, `records`). An empty list is a record itself. It does not
 * validate: a string ends with its line, and an object that begins a line where no value can stand begins a new record, so
 * that one broken record does not swallow those after it.
 */
export class JsonFramer implements DocumentFramer {
  private state = OUTSIDE;
  private offset = 0;
  private inString = false;
  private escaped = false;
  /** Open braces and brackets of the current record. */
  private depth = 0;
  private start = -1;
  private lastEnd = 0;
  private previous = 0;
  /** Whether only blanks stand between the last line break and here. */
  private lineStart = true;
  private keys = new ListKeys();
  /** The list around the current record: where it began, and whether its closing leaves an object to be skipped. */
  private listStart = -1;
  private listInObject = false;
  private listCount = 0;
  private skipping = false;
  private items: DocumentItem[] = [];

  feed(text: string): DocumentItem[] {
    this.items = [];
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (this.inString) index = this.skipString(text, index);
      else if (code === NEWLINE) this.lineBreak();
      else if (code > 0x20) {
        this.step(code, this.offset + index);
        this.lineStart = false;
      }
    }
    this.offset += text.length;
    return this.items;
  }

  end(): DocumentItem[] {
    this.items = [];
    if (this.start >= 0) this.emit(this.lastEnd);
    else if (this.listStart >= 0 && this.listCount === 0)
      this.items.push({ start: this.listStart, end: this.lastEnd, listed: false });
    this.reset();
    return this.items;
  }

  /** Goes on to the end of the string, or of the text; answers the index of the last character that it took. */
  private skipString(text: string, from: number): number {
    let index = from;
    for (; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (this.escaped) this.escaped = false;
      else if (code === BACKSLASH) this.escaped = true;
      else if (code === QUOTE || code === NEWLINE) break;
      this.keys.take(code);
    }
    if (index === text.length) {
      this.lastEnd = this.offset + index;
      return index;
    }
    this.inString = false;
    this.keys.close();
    const torn = text.charCodeAt(index) === NEWLINE;
    this.lastEnd = this.offset + index + (torn ? 0 : 1);
    if (torn) this.lineBreak();
    return index;
  }

  private lineBreak(): void {
    this.lineStart = true;
    this.escaped = false;
    if (this.state === FOREIGN) this.state = OUTSIDE;
  }

  private step(code: number, at: number): void {
    if (this.state === FOREIGN) return;
    if (this.lineStart && code === OPEN_BRACE && this.cannotFollow()) this.abandon(at);
    if (this.state === OUTSIDE) this.stepOutside(code, at);
    else if (this.state === LIST) this.stepList(code, at);
    else this.stepInside(code, at);
    this.previous = code;
    this.lastEnd = at + 1;
  }

  /** Whether no value can stand after what was read last, so that an opening brace here must belong to a new record. */
  private cannotFollow(): boolean {
    if (this.state === OUTSIDE) return false;
    return this.previous !== COLON && this.previous !== COMMA && this.previous !== OPEN_BRACKET;
  }

  /** Gives up the record that was never closed and begins afresh. */
  private abandon(at: number): void {
    if (this.start >= 0) this.emit(Math.min(this.lastEnd, at));
    this.reset();
  }

  private stepOutside(code: number, at: number): void {
    if (code === OPEN_BRACE) {
      this.start = at;
      this.depth = 1;
      this.state = INSIDE;
      this.keys.open();
    } else if (code === OPEN_BRACKET) this.openList(at, false);
    else if (!isSeparator(code)) this.state = FOREIGN;
  }

  private stepList(code: number, at: number): void {
    if (code === CLOSE_BRACKET || code === COMMA) {
      if (this.start >= 0) this.emit(this.lastEnd);
      if (code === CLOSE_BRACKET) this.closeList(at);
      return;
    }
    if (this.start < 0) this.start = at;
    if (code === QUOTE) this.inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      this.depth = 1;
      this.state = INSIDE;
    }
  }

  private stepInside(code: number, at: number): void {
    if (code === QUOTE) {
      this.inString = true;
      if (this.depth === 1) this.keys.begin(this.previous);
    } else if (code === OPEN_BRACKET && this.depth === 1 && this.keys.opensList(this.previous)) {
      this.openList(this.start, true);
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.depth += 1;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      this.depth -= 1;
      if (this.depth === 0) this.closeRecord(at);
    }
  }

  private openList(start: number, inObject: boolean): void {
    this.listStart = start;
    this.listInObject = inObject;
    this.listCount = 0;
    this.start = -1;
    this.depth = 0;
    this.state = LIST;
    this.keys.settle();
  }

  private closeList(at: number): void {
    if (this.listInObject) {
      this.skipping = true;
      this.depth = 1;
      this.state = INSIDE;
      return;
    }
    if (this.listCount === 0) this.items.push({ start: this.listStart, end: at + 1, listed: false });
    this.reset();
  }

  private closeRecord(at: number): void {
    if (this.skipping) {
      if (this.listCount === 0) this.items.push({ start: this.listStart, end: at + 1, listed: false });
      this.reset();
    } else if (this.listStart >= 0) {
      this.emit(at + 1);
      this.state = LIST;
    } else {
      this.emit(at + 1);
      this.reset();
    }
  }

  private emit(end: number): void {
    this.items.push({ start: this.start, end, listed: this.listStart >= 0 });
    this.listCount += 1;
    this.start = -1;
  }

  private reset(): void {
    this.state = OUTSIDE;
    this.inString = false;
    this.escaped = false;
    this.depth = 0;
    this.start = -1;
    this.listStart = -1;
    this.listInObject = false;
    this.listCount = 0;
    this.skipping = false;
    this.previous = 0;
    this.keys.settle();
  }
}

/** Commas and the bytes of a UTF-8 byte order mark, which may stand between records. */
function isSeparator(code: number): boolean {
  return code === COMMA || code === 0xef || code === 0xbb || code === 0xbf || code === 0xfeff || code === 0x1e;
}

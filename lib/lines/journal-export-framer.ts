import type { DocumentFramer, DocumentItem } from './document-item';

const NEWLINE = 0x0a;
const EQUALS = 0x3d;
const LENGTH_BYTES = 8;
/** A field that claims to be longer is a broken one. */
const FIELD_BYTES_MAX = 16 * 1024 * 1024;

/** Where the scanner stands. */
const TEXT = 0;
/** In the length of a field whose value is bytes. */
const LENGTH = 1;
const BYTES = 2;

/**
 * Finds the entries in an export of systemd's journal: fields `NAME=value` a line each, or `NAME`, a newline, the length as
 * eight bytes (little-endian) and so many bytes; an empty line ends an entry. (systemd, JOURNAL_EXPORT_FORMATS)
 */
export class JournalExportFramer implements DocumentFramer {
  private state = TEXT;
  private offset = 0;
  /** Where the entry and the line began; -1 outside of an entry. */
  private start = -1;
  private lineStart = 0;
  private hasEquals = false;
  private lengthRead = 0;
  private length = 0;
  private left = 0;
  private items: DocumentItem[] = [];

  feed(text: string): DocumentItem[] {
    this.items = [];
    for (let index = 0; index < text.length; index += 1) {
      if (this.state === BYTES) index = this.skipBytes(text, index);
      else if (this.state === LENGTH) this.readLength(text.charCodeAt(index));
      else this.readText(text.charCodeAt(index), this.offset + index);
    }
    this.offset += text.length;
    return this.items;
  }

  end(): DocumentItem[] {
    this.items = [];
    if (this.start >= 0) this.items.push({ start: this.start, end: this.offset, listed: true });
    this.start = -1;
    this.state = TEXT;
    return this.items;
  }

  private readText(code: number, at: number): void {
    if (code === EQUALS) this.hasEquals = true;
    if (code !== NEWLINE) {
      if (this.start < 0) this.start = at;
      return;
    }
    const empty = at === this.lineStart;
    if (empty && this.start >= 0) {
      this.items.push({ start: this.start, end: at, listed: true });
      this.start = -1;
    } else if (!(empty || this.hasEquals)) this.state = LENGTH;
    this.beginLine(at + 1);
  }

  private beginLine(at: number): void {
    this.lineStart = at;
    this.hasEquals = false;
    this.lengthRead = 0;
    this.length = 0;
  }

  private readLength(code: number): void {
    this.length += code * 256 ** this.lengthRead;
    this.lengthRead += 1;
    if (this.lengthRead < LENGTH_BYTES) return;
    // What is no length was a line of text without an equals sign; reading goes on as if it had one.
    this.left = this.length <= FIELD_BYTES_MAX ? this.length : 0;
    this.state = this.left > 0 ? BYTES : TEXT;
    this.hasEquals = true;
    this.lineStart = -1;
  }

  /** Goes on to the end of the bytes, or of the text; answers the index of the last character that it took. */
  private skipBytes(text: string, from: number): number {
    const taken = Math.min(this.left, text.length - from);
    this.left -= taken;
    if (this.left === 0) this.state = TEXT;
    return from + taken - 1;
  }
}

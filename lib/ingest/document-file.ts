import { BLOCK_BYTES, type DocumentItem } from '@/lib/lines';
import type { DocumentCut, DocumentReader } from './document-reader';

const NEWLINE = 0x0a;
/** A document's record that is longer than this is not waited for. */
const ITEM_BYTES_MAX = 16 * 1024 * 1024;

/** The bytes and items of a document that wait to become a block. */
export class DocumentFile {
  private held: Buffer = Buffer.alloc(0);
  private start = 0;
  private items: DocumentItem[] = [];
  private ended = false;
  /** Bytes that the framer has seen. */
  private fed = 0;

  constructor(readonly reader: DocumentReader) {}

  /** Sets where new bytes begin: those before were read before a crash, and only move the framer on. */
  resumeAt(position: number): void {
    this.start = position;
  }

  push(chunk: Uint8Array): void {
    const fed = Buffer.from(chunk);
    this.items.push(...this.reader.feed(fed).filter((item) => item.start >= this.start));
    const known = Math.min(fed.length, Math.max(0, this.start + this.held.length - this.fed));
    this.fed += fed.length;
    const bytes = fed.subarray(known);
    this.held = this.held.length === 0 ? bytes : Buffer.concat([this.held, bytes]);
  }

  /** A block of whole items, once there are enough of them; everything held when one item grows beyond reason. */
  next(): DocumentCut | null {
    const last = this.items.at(-1);
    if (last !== undefined && last.end - this.start >= BLOCK_BYTES) return this.cut();
    if (this.held.length > ITEM_BYTES_MAX) return this.cutAt(ITEM_BYTES_MAX, this.items.length);
    return null;
  }

  end(): DocumentCut | null {
    if (!this.ended) {
      this.ended = true;
      this.items.push(...this.reader.end());
    }
    if (this.held.length === 0) return null;
    return this.next() ?? this.cutAt(this.held.length, this.items.length);
  }

  /** Cuts after the first item that fills a block, and after its line if no other item stands on it. */
  private cut(): DocumentCut | null {
    let count = this.items.findIndex((item) => item.end - this.start >= BLOCK_BYTES) + 1;
    if (count === 0) count = this.items.length;
    const end = (this.items[count - 1]?.end ?? this.start) - this.start;
    const newline = this.held.indexOf(NEWLINE, end);
    const following = this.items[count];
    const free = newline !== -1 && (following === undefined || following.start - this.start > newline);
    // Text after the newline may be a further item's that has not ended yet; only blanks and commas may go along.
    const blank = free && /^[\s,]*$/.test(this.held.toString('latin1', end, Math.min(newline, end + 64)));
    const length = blank ? newline + 1 : end;
    // Whether the last line is ended is known only once something follows.
    return length === this.held.length && !this.ended ? null : this.cutAt(length, count);
  }

  private cutAt(length: number, count: number): DocumentCut {
    const cut = {
      raw: this.held.subarray(0, length),
      items: this.items.slice(0, count),
      start: this.start,
      last: this.ended && length === this.held.length,
    };
    this.held = this.held.subarray(length);
    this.items = this.items.slice(count).filter((item) => item.start >= this.start + length);
    this.start += length;
    return cut;
  }
}

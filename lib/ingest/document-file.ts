import { BLOCK_BYTES, type DocumentItem } from '@/lib/lines';
import type { DocumentCut, DocumentReader } from './document-reader';

const NEWLINE = 0x0a;
/** A document's record that is longer than this is not waited for. */
const ITEM_BYTES_MAX = 16 * 1024 * 1024;

/** The bytes and items of a document that wait to become a block. */
export class DocumentFile {
  private chunks: Buffer[] = [];
  /** Bytes in `chunks`. */
  private size = 0;
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
    // One by one: a list may have more short elements than a call bears arguments.
    for (const item of this.reader.feed(fed)) if (item.start >= this.start) this.items.push(item);
    const known = Math.min(fed.length, Math.max(0, this.start + this.size - this.fed));
    this.fed += fed.length;
    const bytes = fed.subarray(known);
    if (bytes.length === 0) return;
    this.chunks.push(bytes);
    this.size += bytes.length;
  }

  /** A block of whole items, once there are enough of them; everything held when one item grows beyond reason. */
  next(): DocumentCut | null {
    const last = this.items.at(-1);
    if (last !== undefined && last.end - this.start >= BLOCK_BYTES) return this.cut();
    if (this.size > ITEM_BYTES_MAX) return this.cutAt(ITEM_BYTES_MAX, this.items.length);
    return null;
  }

  end(): DocumentCut | null {
    if (!this.ended) {
      this.ended = true;
      this.items = this.items.concat(this.reader.end());
    }
    if (this.size === 0) return null;
    return this.next() ?? this.cutAt(this.size, this.items.length);
  }

  /** Cuts after the first item that fills a block, and after its line if no other item stands on it. */
  private cut(): DocumentCut | null {
    let count = this.items.findIndex((item) => item.end - this.start >= BLOCK_BYTES) + 1;
    if (count === 0) count = this.items.length;
    const end = (this.items[count - 1]?.end ?? this.start) - this.start;
    const held = this.joined();
    const newline = held.indexOf(NEWLINE, end);
    const following = this.items[count];
    const free = newline !== -1 && (following === undefined || following.start - this.start > newline);
    // Text after the newline may be a further item's that has not ended yet; only blanks and commas may go along.
    const blank = free && /^[\s,]*$/.test(held.toString('latin1', end, Math.min(newline, end + 64)));
    const length = blank ? newline + 1 : end;
    // Whether the last line is ended is known only once something follows.
    return length === held.length && !this.ended ? null : this.cutAt(length, count);
  }

  private cutAt(length: number, count: number): DocumentCut {
    const held = this.joined();
    const cut = {
      raw: held.subarray(0, length),
      items: this.items.slice(0, count),
      start: this.start,
      last: this.ended && length === held.length,
    };
    this.chunks = [held.subarray(length)];
    this.size -= length;
    this.items = this.items.slice(count).filter((item) => item.start >= this.start + length);
    this.start += length;
    return cut;
  }

  /** All bytes held as one; not sooner than needed, since each joining copies them. */
  private joined(): Buffer {
    const [only = Buffer.alloc(0), ...more] = this.chunks;
    const all = more.length === 0 ? only : Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }
}

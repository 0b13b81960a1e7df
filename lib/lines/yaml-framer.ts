import type { DocumentFramer, DocumentItem } from './document-item';

/** How much of a line decides what it is: more than any indentation that a list of objects has, and the key after it. */
const HEAD_LENGTH = 200;

/**
 * Finds the objects in Kubernetes YAML: each document between `---` lines, or each entry of a document's top-level `items:`,
 * or of a document that is a sequence.
 * A record is made of whole lines, so an entry keeps its indentation and its dash: as YAML it is a sequence of one. Anchors
 * that an entry takes from another are not followed; `kubectl` and `oc` write none.
 */
export class YamlFramer implements DocumentFramer {
  private offset = 0;
  private lineStart = 0;
  private head = '';
  /** The current record, and where its last line that is not blank ended. */
  private start = -1;
  private contentEnd = 0;
  private docStart = -1;
  /** The column of the list's dashes: -1 outside a list, null before its first entry. */
  private dashes: number | null = -1;
  private count = 0;
  private items: DocumentItem[] = [];

  feed(text: string): DocumentItem[] {
    this.items = [];
    let from = 0;
    for (;;) {
      const newline = text.indexOf('\n', from);
      const end = newline < 0 ? text.length : newline;
      if (this.head.length < HEAD_LENGTH) {
        this.head += text.slice(from, Math.min(end, from + HEAD_LENGTH - this.head.length));
      }
      if (newline < 0) break;
      this.line(this.offset + newline + 1);
      from = newline + 1;
    }
    this.offset += text.length;
    return this.items;
  }

  end(): DocumentItem[] {
    this.items = [];
    if (this.offset > this.lineStart) this.line(this.offset);
    this.closeDocument();
    return this.items;
  }

  /** One whole line, which ends (with its line break) at `end`. */
  private line(end: number): void {
    const head = this.head.trimEnd();
    const indent = head.length - head.trimStart().length;
    const content = head.slice(indent);
    if (content !== '' && !(indent === 0 && this.separator(content)) && !content.startsWith('#')) {
      this.content(content, indent);
      this.contentEnd = end;
    } else if (content !== '' && this.start >= 0 && indent > 0) this.contentEnd = end;
    this.head = '';
    this.lineStart = end;
  }

  /** Ends the document at a line that separates documents; answers whether it was one. */
  private separator(content: string): boolean {
    const separates = content === '---' || content.startsWith('--- ') || content === '...' || content.startsWith('%');
    if (separates) this.closeDocument();
    return separates;
  }

  private content(content: string, indent: number): void {
    if (this.docStart < 0) this.docStart = this.lineStart;
    if (this.dashes === -1) {
      const sequence = indent === 0 && content.startsWith('- ') && this.docStart === this.lineStart;
      if (this.start < 0 && this.count === 0) this.start = this.lineStart;
      if (sequence) this.dashes = 0;
      if (indent === 0 && /^items:\s*(?:#.*)?$/i.test(content)) this.openList();
    } else this.inList(content, indent);
  }

  private inList(content: string, indent: number): void {
    const dash = content === '-' || content.startsWith('- ');
    if (this.dashes === null) this.dashes = dash ? indent : -2;
    if (this.dashes !== null && this.dashes >= 0 && dash && indent === this.dashes) {
      this.closeEntry();
      this.start = this.lineStart;
    } else if (indent === 0) {
      this.closeEntry();
      this.dashes = -2;
    }
  }

  private openList(): void {
    this.start = -1;
    this.dashes = null;
  }

  private closeEntry(): void {
    if (this.start < 0) return;
    this.items.push({ start: this.start, end: this.contentEnd, listed: this.dashes !== -1 });
    this.count += 1;
    this.start = -1;
  }

  private closeDocument(): void {
    this.closeEntry();
    if (this.count === 0 && this.docStart >= 0) {
      this.items.push({ start: this.docStart, end: this.contentEnd, listed: false });
    }
    this.docStart = -1;
    this.start = -1;
    this.dashes = -1;
    this.count = 0;
  }
}

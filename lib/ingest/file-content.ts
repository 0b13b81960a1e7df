import type { Forced } from '@/lib/formats';
import { type DocumentKind, documentKind } from '@/lib/lines';
import { holdsLogLines } from './log-lines';

/** What a file is, judged by its first bytes: how to cut it into records, or why it is kept unread. */
export type FileContent = { readonly kind: DocumentKind } | { readonly kind: 'binary'; readonly what: string };

/** Well-known openings of files that are no text. */
const MAGIC: readonly { readonly bytes: string; readonly what: string }[] = [
  { bytes: 'LPKSHHRH', what: 'a binary systemd journal; export it with "journalctl -o json"' },
  { bytes: '\x7fELF', what: 'a program' },
  { bytes: '\x89PNG', what: 'a picture' },
  { bytes: '\xff\xd8\xff', what: 'a picture' },
  { bytes: 'GIF8', what: 'a picture' },
  { bytes: '%PDF-', what: 'a PDF document' },
  { bytes: 'SQLite format 3\0', what: 'a SQLite database' },
  { bytes: '\xd4\xc3\xb2\xa1', what: 'a packet capture' },
  { bytes: '\xa1\xb2\xc3\xd4', what: 'a packet capture' },
  { bytes: '\x0a\x0d\x0d\x0a', what: 'a packet capture' },
  { bytes: 'Rar!', what: 'a RAR archive, which is not read' },
];

const UTF8_MARK = '\xef\xbb\xbf';

/** More than this share of control bytes in the head means that it is no text, unless lines of a log stand between them. */
const CONTROL_SHARE_MAX = 0.1;

/** Judges a file by its head (64 KB or all of it) and its path. */
export function fileContent(head: Buffer, path: string): FileContent {
  const text = head.toString('latin1', 0, 65_536);
  const known = MAGIC.find(({ bytes }) => text.startsWith(bytes));
  if (known !== undefined) return { kind: 'binary', what: known.what };
  const kind = documentKind(text.startsWith(UTF8_MARK) ? text.slice(UTF8_MARK.length) : text, path);
  // An export of the journal holds lengths and bytes between its lines.
  const mayHoldBytes = kind === 'journal-export';
  if (mayHoldBytes || controlShare(head) <= CONTROL_SHARE_MAX) return { kind };
  return holdsLogLines(head, path) ? { kind: 'lines' } : { kind: 'binary', what: 'binary data' };
}

/** What a file is to be cut into when a person has set its format: a text format is read line by line, whatever it looks like. */
export function forcedContent(content: FileContent, { format }: Forced): FileContent {
  if (format === null || content.kind === 'binary') return content;
  const document = content.kind !== 'lines' && content.kind !== 'text';
  return document && format !== 'plain' && format.reads === 'object' ? content : { kind: 'lines' };
}

/** The share of bytes that no text has: control characters but for white space and escape. */
function controlShare(head: Buffer): number {
  if (head.length === 0) return 0;
  let control = 0;
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b) control += 1;
  }
  return control / head.length;
}

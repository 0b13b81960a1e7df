import { isAscii, isUtf8 } from 'node:buffer';
import { CHARSET, type Charset, toWindows1252, utf16Length } from '@/lib/blocks';
import { plainText } from '@/lib/formats';
import { isWindows1252 } from './windows-1252';

const NEWLINE = 0x0a;
const ESCAPE = 0x1b;

/**
 * What the original of a block is written in: UTF-16 as a whole file is (`file`), Windows-1252 where a block of a file that
 * `isText` is no UTF-8. Says so in `notes`.
 */
export function blockCharset(bytes: Buffer, file: Charset, isText: boolean, notes: Set<string>): Charset {
  if (file !== CHARSET.utf8) {
    notes.add('written in UTF-16; read as UTF-8, the original is kept');
    return file;
  }
  if (!(isText && isWindows1252(bytes))) return CHARSET.utf8;
  notes.add('holds bytes that are not UTF-8; they are read as Windows-1252, the original is kept');
  return CHARSET.windows1252;
}

/** How many bytes of the original a block in UTF-8 is. */
export function originalLength(stored: Buffer, charset: Charset): number {
  if (charset === CHARSET.utf8) return stored.length;
  return charset === CHARSET.windows1252 ? toWindows1252(stored).length : utf16Length(stored);
}

/**
 * How to get the text of a line out of a block. Each is decoded by itself: decoding all of the block at once and cutting
 * lines from that takes twice as long, and keeps the block in memory with any text that was cut from it. Most blocks are
 * ASCII, where nothing is decoded but copied.
 */
export function textDecoder(bytes: Buffer, notes: Set<string>): (start: number, end: number) => string {
  const ascii = isAscii(bytes);
  const nul = bytes.includes(0);
  if (!(ascii || isUtf8(bytes)))
    notes.add('holds bytes that are not UTF-8; they are shown as \uFFFD, the original is kept');
  if (nul) notes.add('holds NUL bytes; they are shown as \uFFFD, the original is kept');
  const encoding = ascii ? 'latin1' : 'utf8';
  const textOf = (start: number, end: number) => bytes.toString(encoding, start, end);
  return nul || bytes.includes(ESCAPE) ? (start, end) => plainText(textOf(start, end)) : textOf;
}

export function endsLine(bytes: Buffer): boolean {
  return bytes[bytes.length - 1] === NEWLINE;
}

export function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

import { isUtf8 } from 'node:buffer';
import { LogEvent } from '@/lib/events';
import { Clock, ReadContext } from '@/lib/formats';
import { Passes } from './passes';

const NEWLINE = 0x0a;
/** Lines of a log make up this share of what is not NUL at least; a program may hold a line that looks like one. */
const SHARE_MIN = 0.01;
/** Tab, return, escape, and what stands before the names that auditd adds. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0d, 0x1b, 0x1d]);
const LINES_MAX = 4096;
const LINE_BYTES_MAX = 16 * 1024;

/**
 * Whether bytes that are no text as a whole have lines of a log between them, which a format reads: a disk that lost power
 * leaves NULs in a log, a broken writer anything.
 */
export function holdsLogLines(head: Buffer, path: string): boolean {
  const passes = new Passes();
  const context = new ReadContext(new Clock({ modified: null, zoneMinutes: null, year: null, now: 0 }), path);
  const enough = countOther(head) * SHARE_MIN;
  let read = 0;
  let start = 0;
  for (let lines = 0; lines < LINES_MAX && start < head.length; lines += 1) {
    const newline = head.indexOf(NEWLINE, start);
    const end = newline === -1 ? head.length : newline;
    const line = head.subarray(firstText(head, start, end), end);
    start = end + 1;
    if (line.length === 0 || line.length > LINE_BYTES_MAX || !isCleanText(line)) continue;
    const text = line.toString('utf8');
    if (passes.attempt(text, text, new LogEvent(), context).layers.length === 0) continue;
    read += line.length;
    if (read >= enough) return true;
  }
  return false;
}

/** Where a line begins behind NULs; where it begins when it has nothing else. */
export function firstText(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  while (from < end && bytes[from] === 0) from += 1;
  return from === end ? start : from;
}

/** Bytes that are not NUL: a hole in a file may be of any size. */
function countOther(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte !== 0) count += 1;
  return count;
}

function isCleanText(line: Buffer): boolean {
  for (const byte of line) if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) return false;
  return isUtf8(line);
}

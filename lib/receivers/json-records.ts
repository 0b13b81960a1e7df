import { JsonFramer } from '@/lib/lines';
import type { ReceivedRecord } from './receiver';

const NEWLINE = 0x0a;
/** A line that opens with a letter or a digit, an equals sign or a dash: nothing of the kind stands between JSON records. */
const PROSE = /^[ \t]*[A-Za-z0-9=<-]/;

/** A record of nothing but its text. */
export function plainRecord(text: string): ReceivedRecord {
  return { text, hints: null, key: null };
}

/** The lines of a text as records; blank ones say nothing. */
export function lineRecords(text: string): ReceivedRecord[] {
  return text
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
    .filter((line) => line.trim() !== '')
    .map(plainRecord);
}

/**
 * The records in JSON: one a line, concatenated, in an array, or in the array of a list object. Each keeps the bytes that it
 * came with. What stands between them and is no JSON is a record itself, a line each.
 */
export function jsonTexts(body: Buffer): string[] {
  const lines = objectLines(body);
  if (lines !== null) return lines;
  const framer = new JsonFramer();
  // A framer looks at ASCII only, and in latin1 a character is a byte.
  const items = [...framer.feed(body.toString('latin1')), ...framer.end()];
  const texts: string[] = [];
  let at = 0;
  for (const { start, end, listed } of items) {
    texts.push(...prose(body, at, start));
    at = end;
    // A list without elements is an empty batch.
    const text = body.toString('utf8', start, end);
    if (listed || !isEmptyList(text)) texts.push(text);
  }
  texts.push(...prose(body, at, body.length));
  return texts;
}

/** The lines of a body that has an object on each: a broken one is then one record, and no more. Null: it is otherwise. */
function objectLines(body: Buffer): string[] | null {
  const newline = body.indexOf(NEWLINE);
  if (newline === -1 || !isObject(body.toString('utf8', 0, newline))) return null;
  const lines = body
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.every((line) => line.startsWith('{')) ? lines : null;
}

function isObject(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function prose(body: Buffer, from: number, to: number): string[] {
  if (to <= from) return [];
  return body
    .toString('utf8', from, to)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => PROSE.test(line));
}

function isEmptyList(text: string): boolean {
  if (/^\s*\[\s*\]\s*$/.test(text)) return true;
  return text.length < 4096 && /"items"\s*:\s*(?:\[\s*\]|null)/.test(text) && text.includes('List"');
}

import type { Json, JsonObject } from './format';
import { plainText } from './plain-text';

const NEWLINE = 0x0a;
const EQUALS = 0x3d;
const LENGTH_BYTES = 8;
const FIELDS_MAX = 1024;

/**
 * An entry of a journal export as the object that its format reads: `{"journald-export": {NAME: value}}`, several values of one
 * field as an array. Bytes that are no UTF-8 become U+FFFD. An entry that breaks off is read as far as it goes.
 */
export function parseJournalExport(bytes: Buffer): JsonObject {
  const fields: Record<string, Json> = Object.create(null);
  let count = 0;
  for (let at = 0; at < bytes.length && count < FIELDS_MAX; count += 1) {
    const newline = bytes.indexOf(NEWLINE, at);
    const end = newline === -1 ? bytes.length : newline;
    const line = bytes.subarray(at, end);
    const equals = line.indexOf(EQUALS);
    at = end + 1;
    if (equals !== -1) {
      add(fields, line.subarray(0, equals), line.subarray(equals + 1));
      continue;
    }
    const length = at + LENGTH_BYTES <= bytes.length ? Number(bytes.readBigUInt64LE(at)) : 0;
    const start = at + LENGTH_BYTES;
    if (line.length === 0 || start + length > bytes.length) continue;
    add(fields, line, bytes.subarray(start, start + length));
    at = start + length + 1;
  }
  return { 'journald-export': fields };
}

function add(fields: Record<string, Json>, name: Buffer, value: Buffer): void {
  const key = plainText(name.toString('utf8'));
  const text = plainText(value.toString('utf8'));
  const had = fields[key];
  fields[key] = had === undefined ? text : Array.isArray(had) ? [...(had as readonly Json[]), text] : [had, text];
}

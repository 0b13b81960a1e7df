import { type Severity, severityFromSyslog, severityFromWord } from '@/lib/events';
import type { Json, JsonObject } from './format';

/** Ten per step from 10 (trace) to 60 (fatal): Bunyan, Pino and their like in other languages. */
const BUNYAN: readonly (Severity | null)[] = [null, 'trace', 'debug', 'info', 'warning', 'error', 'critical'];
/** Ten per step from 10 (debug) to 50 (critical): Python's logging module. */
const PYTHON: readonly (Severity | null)[] = [null, 'debug', 'info', 'warning', 'error', 'critical'];

/**
 * The severity that a JSON value tells under its key (in lower case): a word of any logger, or a number whose scale the key
 * and the record's other keys tell. Null when it tells none.
 */
export function jsonSeverity(key: string, value: Json, record: JsonObject): Severity | null {
  if (typeof value === 'string') return ofWord(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  if (key === 'levelno') return PYTHON[Math.trunc(value / 10)] ?? null;
  const inSyslog = key === 'priority' || record.short_message !== undefined || record._HOSTNAME !== undefined;
  if (inSyslog || (key === 'severity' && value < 8)) return severityFromSyslog(value);
  return value >= 10 && value % 10 === 0 ? (BUNYAN[value / 10] ?? null) : null;
}

/** PostgreSQL's `LOG` says that nothing is wrong; its DEBUG1 to DEBUG5 and Java's numbered levels end in a digit. */
function ofWord(text: string): Severity | null {
  if (text.length > 20) return null;
  const word = text.trim();
  if (word === 'LOG') return 'info';
  return severityFromWord(word) ?? severityFromWord(word.replace(/\d$/, ''));
}

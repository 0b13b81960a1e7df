import type { Forced } from '@/lib/formats';
import { hasManyValues, TOO_MANY_VALUES } from './many-values';

/** Why no format read a line, in words for the source's page; null where a person wants none to. */
export function unparsedReason(text: string, { format }: Forced): string | null {
  if (format === 'plain') return null;
  if (text.trim() === '') return 'a blank line';
  if (format !== null) return `not in the format ${format.name}, which was set by hand`;
  if (/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(text.slice(0, 1000))) return jsonReason(text);
  return 'no format knows this line';
}

function jsonReason(text: string): string {
  if (hasManyValues(text)) return TOO_MANY_VALUES;
  try {
    JSON.parse(text);
    return 'no format knows this JSON';
  } catch {
    return 'looks like JSON but does not parse';
  }
}

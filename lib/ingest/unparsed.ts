import type { Forced } from '@/lib/formats';

/** Why no format read a line, in words for the source's page; null where a person wants none to. */
export function unparsedReason(text: string, { format }: Forced): string | null {
  if (format === 'plain') return null;
  if (text.trim() === '') return 'a blank line';
  if (format !== null) return `not in the format ${format.name}, which was set by hand`;
  const first = text.trimStart()[0];
  if (first === '{' || first === '[') return jsonReason(text);
  return 'no format knows this line';
}

function jsonReason(text: string): string {
  try {
    JSON.parse(text);
    return 'no format knows this JSON';
  } catch {
    return 'looks like JSON but does not parse';
  }
}

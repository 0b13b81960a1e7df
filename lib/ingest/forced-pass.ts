import type { LogEvent } from '@/lib/events';
import {
  type Format,
  type JsonObject,
  NOT_MINE,
  OBJECT_FORMATS,
  type ObjectFormat,
  type ReadContext,
  type Reading,
  TEXT_FORMATS,
  type TextFormat,
} from '@/lib/formats';

/** What one layer was read by, if by any. */
export interface Step {
  readonly format: Format | null;
  readonly reading: Reading;
}

export const NOTHING: Step = { format: null, reading: NOT_MINE };

/**
 * Reads one layer of a file whose format a person has set. Envelopes that cannot be mistaken are still taken off, since
 * what they hold is what the person speaks of; then only that format is asked, and after it envelopes of a broad shape.
 * Null: the layer is inside of an envelope that was set, so what it holds is detected as usual.
 */
export function forcedStep(
  content: string | JsonObject,
  parse: (text: string) => JsonObject | null,
  event: LogEvent,
  context: ReadContext,
  depth: number,
): Step | null {
  const { format } = context.forced;
  if (format === null || format === 'plain') return format === null ? null : NOTHING;
  if (format.envelope === true && depth > 0) return null;
  const object = typeof content === 'string' ? (content.startsWith('{') ? parse(content) : null) : content;
  const own = format.envelope === true ? [format] : [...STRICT, format, ...BROAD];
  for (const candidate of own) {
    const reading = readBy(candidate, content, object, event, context);
    if (reading !== NOT_MINE) return { format: candidate, reading };
  }
  return NOTHING;
}

const ENVELOPES: readonly (TextFormat | ObjectFormat)[] = [...TEXT_FORMATS, ...OBJECT_FORMATS].filter(
  ({ envelope }) => envelope === true,
);
const STRICT = ENVELOPES.filter(({ generic }) => generic !== true);
const BROAD = ENVELOPES.filter(({ generic }) => generic === true);

function readBy(
  format: Format,
  content: string | JsonObject,
  object: JsonObject | null,
  event: LogEvent,
  context: ReadContext,
): Reading {
  if (format.reads === 'object') return object === null ? NOT_MINE : format.read(object, event, context);
  return typeof content === 'string' ? format.read(content, event, context) : NOT_MINE;
}

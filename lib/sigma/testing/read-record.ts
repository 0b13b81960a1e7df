import { FIELDS, LogEvent } from '@/lib/events';
import {
  Clock,
  type JsonObject,
  NOT_MINE,
  OBJECT_FORMATS,
  READ,
  ReadContext,
  type Reading,
  Several,
  TEXT_FORMATS,
} from '@/lib/formats';
import type { QueryableEvent } from '@/lib/query';

const HINTS = { modified: null, zoneMinutes: null, year: 2024, now: Date.UTC(2024, 5, 15) * 1000 };

/** What the reader makes of one record, as a query sees it. */
export function readRecord(text: string, path = 'example.log'): QueryableEvent {
  const event = new LogEvent();
  read(text, event, new ReadContext(new Clock(HINTS), path));
  const attributes = new Map(Object.entries(event.attributes ?? {}));
  const columns = new Map(FIELDS.map(({ name, property }) => [name as string, Reflect.get(event, property)]));
  return {
    type: event.type ?? (path.startsWith('var/log/') ? 'node' : 'application'),
    severity: event.severity,
    time: event.time,
    message: event.message,
    text,
    field: (name) => columns.get(name) ?? null,
    attribute: (name) => attributes.get(name) ?? null,
    knowsAttribute: (name) => attributes.has(name),
  };
}

function read(text: string, event: LogEvent, context: ReadContext): void {
  const object: JsonObject | null = text.startsWith('{') ? JSON.parse(text) : null;
  const formats = object === null ? TEXT_FORMATS : OBJECT_FORMATS;
  for (const format of formats) {
    const reading: Reading =
      format.reads === 'text' ? format.read(text, event, context) : format.read(object ?? {}, event, context);
    if (reading === NOT_MINE) continue;
    if (event.type === null && format.type !== null) event.type = format.type;
    event.format = format.name;
    if (typeof reading === 'string') read(reading, event, context);
    else if (reading !== READ && !(reading instanceof Several)) read(JSON.stringify(reading), event, context);
    return;
  }
  event.message = text;
}

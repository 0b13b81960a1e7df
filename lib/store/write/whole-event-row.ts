import { COLUMN } from '@/lib/columns';
import type { LogEvent, LogType } from '@/lib/events';
import { PART_GROUPS } from '../parts';
import type { CopyBuffer } from './copy-buffer';
import { type Place, rowMessage, type SharedValues, writeRow } from './event-row';
import { RowValues } from './parts';
import { postgresJson } from './postgres-json';

const NOTHING_SHARED: SharedValues = {
  partOf: PART_GROUPS.map(() => null),
  shared: new Uint8Array(Object.keys(COLUMN).length),
  pathFollows: false,
  messageFollows: false,
};
/** A growing segment has its columns made from its rows. */
const values = new RowValues({ setTime: () => undefined, set: () => 0, heldText: () => null });

/**
 * Appends one event of a growing segment as a row that names no parts and has all fields itself; whatever the record claimed,
 * the row fits the table.
 */
export function writeWholeRow(copy: CopyBuffer, segment: number, event: LogEvent, type: LogType, place: Place): void {
  if (event.unparsed !== null) event.setAttribute('unparsed', event.unparsed);
  values.take(place.n, place.file, event, type);
  writeRow(copy, segment, {
    values,
    place,
    timeGuess: event.timeGuess,
    message: rowMessage(event),
    attributes: event.attributes === null ? null : postgresJson(event.attributes),
    sharing: NOTHING_SHARED,
  });
}

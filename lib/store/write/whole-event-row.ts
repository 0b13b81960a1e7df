import { COLUMN } from '@/lib/columns';
import type { LogEvent, LogType } from '@/lib/events';
import { PART_GROUPS, PATTERN } from '../parts';
import type { CopyBuffer } from './copy-buffer';
import { type Place, type SharedValues, writeRow } from './event-row';
import { RowValues } from './parts';
import { postgresJson } from './postgres-json';

const partOf: (number | null)[] = PART_GROUPS.map(() => null);
const NOTHING_SHARED: SharedValues = {
  partOf,
  shared: new Uint8Array(Object.keys(COLUMN).length),
  pathFollows: false,
  messageFollows: false,
};
/** A growing segment has its columns made from its rows. */
const values = new RowValues({ setTime: () => undefined, set: () => 0, heldText: () => null });

/** An event of a growing segment. */
interface WholeEvent {
  readonly event: LogEvent;
  readonly type: LogType;
  readonly message: string;
  /** The part that says its pattern; null for none. */
  readonly patternPart: number | null;
}

/**
 * Appends one event of a growing segment as a row that has all fields but its pattern itself; whatever the record claimed, the row
 * fits the table.
 */
export function writeWholeRow(copy: CopyBuffer, segment: number, whole: WholeEvent, place: Place): void {
  const { event, type, message, patternPart } = whole;
  partOf[PATTERN] = patternPart;
  if (event.unparsed !== null) event.setAttribute('unparsed', event.unparsed);
  values.take(place.n, place.file, event, type);
  writeRow(copy, segment, {
    values,
    place,
    timeGuess: event.timeGuess,
    message,
    attributes: event.attributes === null ? null : postgresJson(event.attributes),
    sharing: NOTHING_SHARED,
  });
}

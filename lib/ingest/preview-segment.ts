import { FIELDS, type LogEvent, type LogType } from '@/lib/events';
import type { PreviewEvent } from '@/lib/interface';
import { guessNames, isoFromMicros } from '@/lib/store';
import type { SegmentSink } from './segment-source';

const MESSAGE_CHARACTERS_MAX = 1000;
const FIELD_CHARACTERS_MAX = 200;
const FIELDS_MAX = 60;

/** Takes the events of a preview in the place of a segment, and stores nothing. */
export class PreviewSegment implements SegmentSink {
  readonly full = false;
  private blocks = 0;
  private numbers = 0;
  private readonly taken: { n: number; event: PreviewEvent }[] = [];

  /** `kept`: how many events, from the first, are taken. */
  constructor(private readonly kept: number) {}

  /** The first events, in their order in the file. */
  first(count: number): PreviewEvent[] {
    return this.taken
      .sort((one, other) => one.n - other.n)
      .slice(0, count)
      .map(({ event }) => event);
  }

  openBlock(): number {
    this.blocks += 1;
    return this.blocks - 1;
  }

  sealBlock(): void {
    // Nothing is kept.
  }

  reserve(): number {
    this.numbers += 1;
    return this.numbers - 1;
  }

  unreserve(): void {
    this.numbers -= 1;
  }

  write(event: LogEvent, type: LogType, place: { readonly n: number }): void {
    if (place.n < this.kept) this.taken.push({ n: place.n, event: previewEvent(event, type) });
  }
}

function previewEvent(event: LogEvent, type: LogType): PreviewEvent {
  return {
    time: event.time === null ? null : isoFromMicros(event.time),
    timeGuess: guessNames(event.timeGuess, { zoneMinutes: null, year: null }),
    type,
    severity: event.severity,
    message: event.message.slice(0, MESSAGE_CHARACTERS_MAX),
    fields: fieldsOf(event),
  };
}

/** A log names its attributes itself, `__proto__` too: they become own properties whatever they are called. */
function fieldsOf(event: LogEvent): PreviewEvent['fields'] {
  const catalogue = FIELDS.map(({ name, property }): [string, unknown] => [name, Reflect.get(event, property)]);
  const all = [...catalogue, ...Object.entries(event.attributes ?? {})];
  const short = all.filter((entry): entry is [string, string | number | boolean] => isShort(entry[1]));
  return Object.fromEntries(short.slice(0, FIELDS_MAX));
}

function isShort(value: unknown): boolean {
  if (typeof value === 'string') return value !== '' && value.length <= FIELD_CHARACTERS_MAX;
  return typeof value === 'number' || typeof value === 'boolean';
}

import { sql } from '@/lib/query';
import { EventAnswers, type EventRow, ROW_COLUMNS } from '../event-rows';
import { ORIGINAL_COLUMNS, type OriginalPlace, OriginalTexts } from '../original-texts';
import type { Reader } from '../read-only';
import { numberOf } from '../times';
import { wholeRows } from '../whole-rows';
import type { Arrival } from './arrivals';
import { TailEvent } from './tail-event';

/** Events looked at in one go. */
const PAGE_EVENTS = 500;
/** What is tested of one original; the rest of a longer one is in its file. */
const TEXT_BYTES_MAX = 1024 * 1024;
/** Pages kept for the other tails, which look at the same ones a moment later. */
const PAGES_KEPT = 8;
/** Segments whose attributes' names are kept. */
const SEGMENTS_KEPT = 256;

/** Some events of an arrival in the order of their numbers. */
export interface TailPage {
  readonly events: readonly TailEvent[];
  /** The number up to which the arrival has been looked at. */
  readonly upTo: number;
}

type Row = EventRow & OriginalPlace;

/** Reads what arrived, a page at a time, once for all tails that follow at the same pace. */
export class TailPages {
  private readonly pages = new Map<string, TailPage>();
  private readonly attributes = new Map<number, Set<string>>();

  /** The events of an arrival behind number `after`, with their originals if `texts`. */
  async behind(reader: Reader, arrival: Arrival, after: number, texts: boolean): Promise<TailPage> {
    const key = `${arrival.segment}-${arrival.id}-${after}-${texts}`;
    const known = this.pages.get(key);
    if (known !== undefined) return known;
    const page = await this.read(reader, arrival, after, texts);
    this.pages.set(key, page);
    dropOldest(this.pages, PAGES_KEPT);
    return page;
  }

  private async read(reader: Reader, arrival: Arrival, after: number, texts: boolean): Promise<TailPage> {
    const upTo = Math.min(arrival.last, after + PAGE_EVENTS);
    const rows = await wholeRows<Row>(
      reader,
      sql`SELECT ${ROW_COLUMNS}, ${ORIGINAL_COLUMNS} FROM event_row AS event
        WHERE event.segment = ${arrival.segment} AND event.n > ${after} AND event.n <= ${upTo} ORDER BY event.n`,
    );
    const answers = await new EventAnswers(reader).of(rows);
    const names = await sourceNames(reader, new Set(answers.map(({ source }) => source.id)));
    const originals = new OriginalTexts(reader);
    const attributes = this.attributesOf(arrival.segment);
    const events: TailEvent[] = [];
    for (const [index, answer] of answers.entries()) {
      const row = rows[index];
      if (row === undefined) continue;
      for (const name of Object.keys(answer.fields)) attributes.add(name);
      const text = texts ? (await originals.of(row, TEXT_BYTES_MAX)).raw : '';
      const sourceName = names.get(answer.source.id) ?? null;
      events.push(new TailEvent(answer, row.n, { time: numberOf(row.time_micros), sourceName, text, attributes }));
    }
    return { events, upTo };
  }

  /** The names seen in a segment until now: a name that none of its events has may be a path into their originals. */
  private attributesOf(segment: number): Set<string> {
    const known = this.attributes.get(segment) ?? new Set<string>();
    this.attributes.delete(segment);
    this.attributes.set(segment, known);
    dropOldest(this.attributes, SEGMENTS_KEPT);
    return known;
  }
}

async function sourceNames(reader: Reader, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const wanted = [...ids].filter((id) => id !== '');
  if (wanted.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; name: string }>(
    sql`SELECT source.id, source.name FROM source WHERE source.id = ANY (${wanted}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function dropOldest(map: Map<unknown, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}

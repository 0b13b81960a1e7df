import fc from 'fast-check';
import type { Client } from 'pg';
import { FIELDS, logTypeCode, severityCode } from '@/lib/events';
import { arbitraryEvent } from './arbitrary-event';
import type { SampleEvent } from './sample-event';

/** The same events each time, as rows of a segment have them. */
export function generatedEvents(segment: number, count: number): SampleEvent[] {
  return fc.sample(arbitraryEvent, { seed: 20260131, numRuns: count }).map((event, n) => placed(event, segment, n));
}

/** What the table demands of every event. */
export function placed(event: SampleEvent, segment: number, n: number): SampleEvent {
  const fields = new Map<string, string | number>([
    ['format', 'plain'],
    ['line', n + 1],
    ['lines', 1],
    ...event.fields,
  ]);
  return { ...event, fields: fields.set('id', `${segment}-${n}`) };
}

/** Writes an event into table `event_row`, beside no file and no source. */
export async function insertEvent(client: Client, event: SampleEvent, segment: number, n: number): Promise<void> {
  const values = new Map<string, string | number | null>([
    ['segment', segment],
    ['n', n],
    ['time', event.time === null ? null : new Date(event.time / 1000).toISOString()],
    ['file', 0],
    ['block', 0],
    ['raw_offset', 0],
    ['raw_length', 0],
    ['type', logTypeCode(event.type)],
    ['severity', event.severity === null ? null : severityCode(event.severity)],
    ['time_guess', 0],
    ['message', event.message],
    ['attributes', event.attributes.size === 0 ? null : JSON.stringify(Object.fromEntries(event.attributes))],
    ['line', Number(event.fields.get('line'))],
    ['lines', Number(event.fields.get('lines'))],
    ...FIELDS.map(({ name, column }): [string, string | number | null] => [column, event.fields.get(name) ?? null]),
  ]);
  const columns = [...values.keys()].map((column) => `"${column}"`).join(', ');
  const placeholders = [...values.keys()].map((_column, index) => `$${index + 1}`).join(', ');
  await client.query(`insert into event_row (${columns}) values (${placeholders})`, [...values.values()]);
}

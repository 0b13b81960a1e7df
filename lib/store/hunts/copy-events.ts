import { createHash } from 'node:crypto';
import { TooLarge } from '@/lib/errors';
import { logTypeFromCode } from '@/lib/events';
import { EVIDENCE_ORIGINAL_BYTES, type EvidenceCopy, HUNT_EVIDENCE_BYTES } from '@/lib/interface';
import { sql } from '@/lib/query';
import { eventId, parseEventId, ROW_COLUMNS } from '../event-rows';
import { ORIGINAL_COLUMNS, OriginalTexts } from '../original-texts';
import type { PlacedRow } from '../read-event';
import { type Reader, readOnly } from '../read-only';
import { isoFromText } from '../times';
import { wholeRows } from '../whole-rows';

/** Events copied at a time; as many blocks of their originals may be in memory. */
const BATCH_EVENTS = 50;

/** Copies of those of the events that exist, by their ids. Throws `TooLarge` when they are more than one hunt can hold. */
export function copyEvents(
  events: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, EvidenceCopy>> {
  return readOnly(async (reader) => {
    const copies = new Map<string, EvidenceCopy>();
    let bytes = 0;
    for (const { segment, numbers } of batchesOf(events)) {
      for (const copy of await copiesOf(reader, segment, numbers)) {
        copies.set(copy.event, copy);
        bytes += bytesOf(copy);
        if (bytes > HUNT_EVIDENCE_BYTES) throw tooMuchEvidence();
      }
    }
    return copies;
  }, signal);
}

/** How much of `HUNT_EVIDENCE_BYTES` a copy takes. */
export function bytesOf(copy: EvidenceCopy): number {
  return Buffer.byteLength(JSON.stringify(copy));
}

export function tooMuchEvidence(): TooLarge {
  return new TooLarge(
    `the copies of the pinned events would take more than ${HUNT_EVIDENCE_BYTES / 1024 / 1024} MB; pin fewer, or begin another hunt`,
  );
}

interface Batch {
  readonly segment: number;
  readonly numbers: number[];
}

/** By segment, since a question names the one that it looks into. */
function batchesOf(events: readonly string[]): Batch[] {
  const places = [...new Set(events)].flatMap((id) => parseEventId(id) ?? []);
  places.sort((a, b) => a.segment - b.segment || a.n - b.n);
  const batches: Batch[] = [];
  for (const { segment, n } of places) {
    const last = batches.at(-1);
    if (last?.segment === segment && last.numbers.length < BATCH_EVENTS) last.numbers.push(n);
    else batches.push({ segment, numbers: [n] });
  }
  return batches;
}

async function copiesOf(reader: Reader, segment: number, numbers: readonly number[]): Promise<EvidenceCopy[]> {
  const rows = await wholeRows<PlacedRow>(
    reader,
    sql`SELECT ${ROW_COLUMNS}, ${ORIGINAL_COLUMNS}
    FROM event_row AS event WHERE event.segment = ${segment} AND event.n = ANY (${numbers}::int[]) ORDER BY event.n`,
  );
  const files = await filesOf(reader, new Set(rows.map(({ file }) => file)));
  const texts = new OriginalTexts(reader);
  const copies: EvidenceCopy[] = [];
  for (const row of rows) {
    const file = files.get(row.file);
    // Its source is being deleted at this moment.
    if (file === undefined) continue;
    const { raw } = await texts.of(row, Number.POSITIVE_INFINITY);
    copies.push(copyOf(row, file, raw));
  }
  return copies;
}

interface FileRow {
  readonly id: number;
  readonly path: string;
  readonly sha256: string | null;
  readonly source: string;
  readonly name: string;
}

async function filesOf(reader: Reader, ids: ReadonlySet<number>): Promise<ReadonlyMap<number, FileRow>> {
  const rows = await reader.rows<FileRow>(sql`
    SELECT file.id, file.path, file.sha256, source.id AS source, source.name
    FROM file JOIN source ON source.id = file.source_id WHERE file.id = ANY (${[...ids]}::int[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

function copyOf(row: PlacedRow, file: FileRow, raw: string): EvidenceCopy {
  const whole = Buffer.from(raw);
  const cut = whole.length > EVIDENCE_ORIGINAL_BYTES;
  return {
    event: eventId(row.segment, row.n),
    type: logTypeFromCode(row.type),
    time: isoFromText(row.time_micros),
    message: row.message,
    source: { id: file.source, name: file.name, file: file.path, line: row.line },
    fileSha256: file.sha256,
    original: cut ? beginningOf(whole) : raw,
    cut,
    originalSha256: createHash('sha256').update(whole).digest('hex'),
    copiedAt: new Date().toISOString(),
  };
}

/** Without the character that the cut goes through. */
function beginningOf(text: Buffer): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(text.subarray(0, EVIDENCE_ORIGINAL_BYTES), { stream: true });
}

import type { ClientBase } from 'pg';
import { COLUMN } from '@/lib/columns';
import { FIELDS, type FieldName } from '@/lib/events';
import { PART_GROUPS } from '../parts';
import { copyAll, type WriteRow } from './copy-all';
import type { CopyBuffer } from './copy-buffer';
import type { EventPart } from './parts';

const SHARED: ReadonlySet<FieldName> = new Set(PART_GROUPS.flatMap(({ fields }): readonly FieldName[] => fields));
const SHARED_FIELDS = FIELDS.filter(({ name }) => SHARED.has(name)).map(({ name, column, kind }) => ({
  column,
  number: COLUMN[name],
  isInteger: kind === 'integer',
}));

const PART_ROW_COLUMNS = [
  'segment',
  'id',
  ...SHARED_FIELDS.map(({ column }) => column),
  'path_form',
  'message_form',
  'attributes',
];

/** Stores what the events of a segment share, in the transaction of the caller. */
export async function writeParts(client: ClientBase, segment: number, parts: readonly EventPart[]): Promise<void> {
  if (parts.length > 0) await copyAll(client, 'event_part', PART_ROW_COLUMNS, partRows(segment, parts));
}

function* partRows(segment: number, parts: readonly EventPart[]): Generator<WriteRow> {
  for (const [index, part] of parts.entries()) yield (copy) => writePart(copy, segment, index + 1, part);
}

function writePart(copy: CopyBuffer, segment: number, id: number, part: EventPart): void {
  copy.row(PART_ROW_COLUMNS.length);
  copy.int4(segment);
  copy.int4(id);
  for (const { number, isInteger } of SHARED_FIELDS) {
    if (isInteger) copy.int4(part.numbers.get(number) ?? null);
    else copy.text(part.texts.get(number) ?? null);
  }
  copy.text(part.pathForm);
  copy.text(part.messageForm);
  copy.jsonb(part.attributes);
}

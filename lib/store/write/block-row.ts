import type { CopyBuffer } from './copy-buffer';

/** A raw block that was cut, filtered and compressed, ready to be written with its segment. */
export interface BlockRow {
  readonly block: number;
  readonly file: number;
  /** Of its first byte in the file. */
  readonly position: number;
  readonly rawLength: number;
  readonly firstLine: number;
  readonly firstN: number;
  readonly events: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly codec: number;
  readonly grams: Uint8Array;
  readonly tokens: Uint8Array;
  readonly data: Uint8Array;
  /** Where the events that open in it stand, packed. */
  readonly pieces: Uint8Array;
}

/** The columns of table `raw_block` in the order in which `writeBlockRow` writes them. */
export const BLOCK_COLUMNS = [
  'segment',
  'block',
  'file',
  'codec',
  'position',
  'raw_length',
  'first_line',
  'first_n',
  'events',
  'from',
  'to',
  'grams',
  'tokens',
  'data',
  'pieces',
] as const;

export function writeBlockRow(copy: CopyBuffer, segment: number, row: BlockRow): void {
  copy.row(BLOCK_COLUMNS.length);
  copy.int4(segment);
  copy.int4(row.block);
  copy.int4(row.file);
  copy.int2(row.codec);
  copy.int8(row.position);
  copy.int4(row.rawLength);
  copy.int4(row.firstLine);
  copy.int4(row.firstN);
  copy.int4(row.events);
  copy.timestamp(row.from);
  copy.timestamp(row.to);
  copy.bytes(row.grams);
  copy.bytes(row.tokens);
  copy.bytes(row.data);
  copy.bytes(row.pieces);
}

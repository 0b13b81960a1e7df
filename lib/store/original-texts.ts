import type { Sql } from '@/lib/query';
import { sql } from '@/lib/query';
import { readBlock } from './read-block';
import type { Reader } from './read-only';

/** Where the original of an event is. */
export interface OriginalPlace {
  readonly segment: number;
  readonly block: number;
  readonly raw_offset: number;
  readonly raw_length: number;
  /** Further pieces as (block, offset, length) triples. */
  readonly spans: number[] | null;
}

/** The select list behind `OriginalPlace`, without the segment. */
export const ORIGINAL_COLUMNS: Sql = sql`event.block, event.raw_offset, event.raw_length, event.spans`;

export interface OriginalText {
  /** Without the end of its last line. */
  readonly raw: string;
  readonly rawBytes: number;
  readonly rawTruncated: boolean;
}

/** Reads the originals of events; a block that several of them are in is unpacked once. */
export class OriginalTexts {
  private readonly blocks = new Map<string, Buffer | null>();

  constructor(private readonly reader: Reader) {}

  /** The original text of an event's record, at most `bytesMax` of it. */
  async of(place: OriginalPlace, bytesMax: number): Promise<OriginalText> {
    const pieces = piecesOf(place);
    const bytes: Buffer[] = [];
    let missing = bytesMax;
    for (const { block, offset, length } of pieces) {
      if (missing <= 0) break;
      const whole = await this.block(place.segment, block);
      const piece = whole?.subarray(offset, offset + Math.min(length, missing));
      if (piece !== undefined) bytes.push(piece);
      missing -= length;
    }
    return {
      raw: Buffer.concat(bytes)
        .toString('utf8')
        .replace(/\r?\n$/, ''),
      rawBytes: pieces.reduce((sum, { length }) => sum + length, 0),
      rawTruncated: missing < 0,
    };
  }

  private async block(segment: number, block: number): Promise<Buffer | null> {
    const key = `${segment}-${block}`;
    const known = this.blocks.get(key);
    if (known !== undefined) return known;
    const bytes = await readBlock(this.reader, segment, block);
    this.blocks.set(key, bytes);
    return bytes;
  }
}

function piecesOf({ block, raw_offset, raw_length, spans }: OriginalPlace) {
  const pieces = [{ block, offset: raw_offset, length: raw_length }];
  for (let index = 0; index + 2 < (spans?.length ?? 0); index += 3) {
    pieces.push({ block: spans?.[index] ?? 0, offset: spans?.[index + 1] ?? 0, length: spans?.[index + 2] ?? 0 });
  }
  return pieces;
}

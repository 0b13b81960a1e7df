import type { ClientBase } from 'pg';
import { encodeBlock } from '@/lib/blocks';
import type { SegmentColumns } from '@/lib/columns';
import { encodeTallied, TALLIES, tallyColumns } from '@/lib/detections';
import { copyAll, type WriteRow } from './copy-all';

const COLUMNS = ['segment', 'name', 'codec', 'data'];

/** Stores what detectors count of a segment, in the transaction of the caller; there must be nothing of it yet. */
export async function writeTallies(client: ClientBase, segment: number, columns: SegmentColumns): Promise<void> {
  await copyAll(client, 'tally', COLUMNS, tallyRows(segment, columns));
}

async function* tallyRows(segment: number, columns: SegmentColumns): AsyncGenerator<WriteRow> {
  for (const tally of TALLIES) {
    const tallied = tallyColumns(columns, tally);
    if (tallied.lengths.length === 0 && tallied.leftOut === 0) continue;
    const { codec, data } = await encodeBlock(encodeTallied(tallied));
    yield (copy) => {
      copy.row(COLUMNS.length);
      copy.int4(segment);
      copy.text(tally.name);
      copy.int2(codec);
      copy.bytes(data);
    };
  }
}

import type { MakeTally, UnitEvent } from '@/lib/store/write';
import { readCounts } from './checkpoint';
import { countEvent, countsRow, type FileCounts, noCounts } from './file-report';

/** Counts what a stream's file holds, as the reader counts an upload's. */
export const streamTally: MakeTally = (memory) => {
  const counts: FileCounts = memory === null || memory === undefined ? noCounts() : readCounts(memory);
  return {
    count: ({ event, type, lines, plain }: UnitEvent, line) => countEvent(counts, event, type, line, lines, plain),
    countLines: (lines) => {
      counts.linesRead += lines;
    },
    row: () => countsRow(counts),
    memory: () => counts,
  };
};

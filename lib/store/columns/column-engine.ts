import { totalmem } from 'node:os';
import { env } from '@/lib/env';
import { ColumnCache } from './column-cache';
import { ScanThreads } from './scan-threads';
import { SharedRows } from './shared-rows';

/** What answering from columns needs: the columns in memory, and threads that scan them. */
export interface ColumnEngine {
  readonly cache: ColumnCache;
  readonly threads: ScanThreads;
  readonly shared: SharedRows;
}

const MEBIBYTE = 1024 ** 2;
/** The part of the machine's memory that columns may take when nobody says otherwise. */
const MEMORY_SHARE = 0.25;

// Next's development server evaluates modules anew on each change; the columns must outlive that.
const keeper = globalThis as typeof globalThis & { trackwayColumns?: ColumnEngine };

/** The engine of this process, made at first use. */
export function columnEngine(): ColumnEngine {
  keeper.trackwayColumns ??= makeEngine();
  return keeper.trackwayColumns;
}

function makeEngine(): ColumnEngine {
  const threads = new ScanThreads();
  threads.warm();
  const cache = new ColumnCache(memoryBudget());
  return { cache, threads, shared: new SharedRows(cache.budget) };
}

function memoryBudget(): number {
  const { TRACKWAY_MEMORY_MB } = env();
  if (TRACKWAY_MEMORY_MB !== undefined) return TRACKWAY_MEMORY_MB * MEBIBYTE;
  // In a container the limit of its group, where there is one, is less than the machine has.
  const limit = process.constrainedMemory();
  return Math.min(totalmem(), limit > 0 ? limit : Number.POSITIVE_INFINITY) * MEMORY_SHARE;
}

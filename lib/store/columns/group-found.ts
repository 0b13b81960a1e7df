import {
  combinationsOf,
  type FirstGroups,
  type GroupPart,
  GroupPartBuilder,
  type GroupsOfShares,
  type KeyTimes,
  type MeasuredColumn,
  type Shares,
} from '@/lib/columns';
import type { SegmentDictionary, SegmentTimes } from './column-cache';
import { bitsOf, type FoundEvents } from './found-events';
import type { GlobalDictionary } from './global-dictionary';
import { type GroupRoom, groupMemory, mergeRanges } from './group-room';
import { type LoadedColumn, loadColumns, loadNumbers, type MeasuredField } from './key-columns';
import { MergedGroups } from './merged-groups';
import type { SegmentRows } from './segment-rows';

/** What events are grouped by, and of which fields numbers are added up. */
export interface Grouping {
  /** Names of columns. */
  readonly keys: readonly string[];
  readonly stretches: Omit<KeyTimes, 'times'> | null;
  readonly measured: readonly MeasuredField[];
  /** The groups that are enough; null = all. */
  readonly first: FirstGroups | null;
}

/** The groups, and for each key the values behind its numbers. */
export interface FoundGroups {
  readonly groups: MergedGroups;
  readonly dictionaries: readonly GlobalDictionary[];
}

/** Groups the events in all segments; null when a segment does not keep a column, or there are too many combinations. */
export async function groupFound(found: FoundEvents, grouping: Grouping): Promise<FoundGroups | null> {
  const { engine, reader, rows } = found;
  const segments = rows.map(({ segment }) => segment);
  const columns = await loadColumns(found, grouping.keys);
  const numbers = await loadNumbers(found, grouping.measured);
  if (columns === null || numbers === null) return null;
  const times = grouping.stretches === null ? [] : await engine.cache.timesOf(reader, segments);
  // Another question may load further values meanwhile; keys of this one are packed by what there is now.
  const sizes = columns.map(({ all }) => all.size);
  const combinations = combinationsOf(sizes, grouping.stretches);
  if (combinations > Number.MAX_SAFE_INTEGER) return null;
  const run = new GroupRun(found, grouping, { columns, numbers, times, sizes, combinations });
  const dictionaries = columns.map(({ all }) => all);
  return { groups: new MergedGroups(sizes, await run.shares()), dictionaries };
}

interface Loaded {
  readonly columns: readonly LoadedColumn[];
  readonly numbers: readonly (readonly MeasuredColumn[])[];
  readonly times: readonly SegmentTimes[];
  readonly sizes: readonly number[];
  readonly combinations: number;
}

/** One grouping of all found events: each segment by itself, then each share of the keys by itself. */
class GroupRun {
  constructor(
    private readonly found: FoundEvents,
    private readonly grouping: Grouping,
    private readonly loaded: Loaded,
  ) {}

  /** What came of each share, or of several at a time. */
  async shares(): Promise<GroupsOfShares[]> {
    const { budget } = this.found.engine.cache;
    const room = groupMemory(this.groupsMost(), this.grouping.measured, budget.bytesMax);
    budget.reserve(room.bytes);
    try {
      const merged: GroupsOfShares[] = [];
      for (let pass = 0; pass < room.passes; pass += 1) merged.push(...(await this.pass(room, pass)));
      return merged;
    } finally {
      budget.reserve(-room.bytes);
    }
  }

  private async pass({ shares, passes }: GroupRoom, pass: number): Promise<GroupsOfShares[]> {
    const { measured, first } = this.grouping;
    const { combinations } = this.loaded;
    const parts = await this.parts({ shares, passes, pass });
    const total = parts.reduce((sum, { keys }) => sum + keys.length, 0);
    const inputs = mergeRanges(shares, total).map((range) => ({
      ...range,
      parts,
      combinations,
      measured: measured.map(({ extremes }) => ({ extremes })),
      first,
    }));
    return this.found.engine.threads.run('mergeGroups', inputs, this.found.signal);
  }

  /** The groups of each segment. */
  private async parts(shares: Shares): Promise<GroupPart[]> {
    const { engine, rows, signal } = this.found;
    const scanned = rows.flatMap((row, at) => (this.isCounted(row) ? [] : [at]));
    const inputs = scanned.map((at) => this.input(at, shares));
    const outputs = await engine.threads.run('groupRows', inputs, signal);
    const counted = rows.flatMap((row, at) => {
      const dictionary = this.isCounted(row) ? this.loaded.columns[0]?.dictionaries[at] : undefined;
      return dictionary === undefined ? [] : [partOfDictionary(dictionary, row, shares)];
    });
    return [...outputs, ...counted];
  }

  private input(at: number, shares: Shares) {
    const { stretches, measured } = this.grouping;
    const { columns, numbers, times, sizes } = this.loaded;
    const [row, own] = [this.found.rows[at], times[at]];
    if (row === undefined) throw new RangeError('a segment was grouped that holds no found event');
    return {
      bits: bitsOf(row),
      count: row.count,
      keys: columns.map(({ codes, dictionaries }, key) => ({
        codes: codes[at] ?? NO_CODES,
        numbers: dictionaries[at]?.numbers ?? NO_NUMBERS,
        size: sizes[key] ?? 0,
      })),
      stretches: stretches === null || own === undefined ? null : { ...stretches, times: own.times },
      measured: numbers.map((ofSegments, index) => ofSegments[at] ?? { ...NOTHING, ...measured[index] }),
      shares,
    };
  }

  /** Where all events of a segment are counted by one column, its dictionary has counted them already. */
  private isCounted({ bits }: SegmentRows): boolean {
    const { keys, stretches, measured } = this.grouping;
    return bits === null && keys.length === 1 && stretches === null && measured.length === 0;
  }

  /** How many groups the parts can hold at most. */
  private groupsMost(): number {
    return this.found.rows.reduce((sum, { count }) => sum + Math.min(count, this.loaded.combinations), 0);
  }
}

/** The groups of all events of a segment by one column. */
function partOfDictionary({ numbers, counts }: SegmentDictionary, { segment }: SegmentRows, shares: Shares): GroupPart {
  const part = new GroupPartBuilder([]);
  // Numbers of events that are no more are counted as events without a value.
  const missing = (counts[0] ?? 0) - (segment.numbers - segment.events);
  if (missing > 0) part.add(0, missing);
  for (let index = 0; index < numbers.length; index += 1) {
    const count = counts[index + 1] ?? 0;
    if (count > 0) part.add((numbers[index] ?? 0) + 1, count);
  }
  return part.finish(shares);
}

const NO_CODES = new Uint8Array(0);
const NO_NUMBERS = new Uint32Array(0);
const NOTHING = { codes: NO_CODES, numbers: new Float64Array(0), extremes: false };

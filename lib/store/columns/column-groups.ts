import { type FirstGroups, GroupIndex, type KeyTimes } from '@/lib/columns';
import { type AggregateCall, alignTime, type Cell, type GroupStep } from '@/lib/query';
import type { EventGroups, WantedGroups } from '../event-groups';
import { columnExtent } from './column-timeline';
import type { FoundEvents } from './found-events';
import type { GlobalDictionary } from './global-dictionary';
import { type Figure, figuresOf } from './group-figures';
import { groupFound } from './group-found';
import { columnOfField } from './key-columns';
import type { MergedGroups } from './merged-groups';

const MICROS = 1000;
/** A timeline of more stretches is left to SQL. */
const STRETCHES_MAX = 1_000_000;
/** Wide enough that all times before a moment are one stretch, and all from it on another: 300 years. */
const AGES_WIDTH = 10 ** 16;

/**
 * Groups events by columns; null where columns cannot say it: a field without a column, or more combinations than can be
 * told apart. `from`: where the range asked for begins, in milliseconds, for groups that must not be older. `wanted`: the groups
 * that are enough, null when all may be needed.
 */
export async function columnGroups(
  found: FoundEvents,
  step: GroupStep,
  from: number | null,
  wanted: WantedGroups | null,
): Promise<EventGroups | null> {
  const columns = step.by.map(columnOfField);
  if (columns.includes(null)) return null;
  const keys = columns.flatMap((column) => column ?? []);
  const stretches = await stretchesOf(found, step, from);
  if (stretches === 'too-many') return null;
  const isNew = step.unseenForMs !== null && from !== null;
  const base = await groupFound(found, {
    keys,
    stretches,
    measured: step.aggregates.flatMap(({ field, kind }) =>
      field === null ? [] : [{ field, extremes: kind === 'min' || kind === 'max' }],
    ),
    first: isNew || wanted === null ? null : firstOf(step.aggregates, wanted),
  });
  const figures = base === null ? null : await figuresOf(found, step.aggregates, { keys, stretches }, base);
  if (base === null || figures === null) return null;
  const { groups, dictionaries } = base;
  const shown = isNew ? unseenGroups(groups) : everyGroup(groups);
  if (keys.length === 0 && step.bucket === null && groups.size === 0) return new NoGroups(figures);
  return new Groups(step, { groups, dictionaries, figures, stretches, shown });
}

/** What to order groups by while they are merged; null when all of them are needed for it. */
function firstOf(calls: readonly AggregateCall[], { figure, descending, count }: WantedGroups): FirstGroups | null {
  // Values of a field are counted once all groups are known.
  if (calls.some(({ kind }) => kind === 'distinct' || kind === 'quantile')) return null;
  const call = calls[figure];
  if (call?.kind !== 'count' && call?.kind !== 'sum') return null;
  const measure = call.field === null ? null : calls.slice(0, figure).filter(({ field }) => field !== null).length;
  return { measure, descending, count };
}

/** The stretches of a timeline; or for `new` two: before the range and in it. */
async function stretchesOf(
  found: FoundEvents,
  { bucket, unseenForMs }: GroupStep,
  from: number | null,
): Promise<Omit<KeyTimes, 'times'> | null | 'too-many'> {
  if (unseenForMs !== null && from !== null) {
    return { start: from * MICROS - AGES_WIDTH, width: AGES_WIDTH, buckets: 2 };
  }
  if (bucket === null) return null;
  const { first, last } = await columnExtent(found);
  if (first === null || last === null) return { start: 0, width: 1, buckets: 0 };
  const millis = bucket.widthMs ?? 1000;
  const start = alignTime(Math.floor(first / MICROS), millis) * MICROS;
  const buckets = Math.floor((last - start) / (millis * MICROS)) + 1;
  return buckets > STRETCHES_MAX ? 'too-many' : { start, width: millis * MICROS, buckets };
}

function everyGroup(groups: MergedGroups): Uint32Array {
  const all = new Uint32Array(groups.size);
  for (let group = 0; group < all.length; group += 1) all[group] = group;
  return all;
}

/** The groups of the range none of which was there before it. */
function unseenGroups(groups: MergedGroups): Uint32Array {
  const before = new GroupIndex();
  const all = everyGroup(groups);
  for (const group of all) if (groups.stretchOf(group) === 1) before.numberOf(groups.keyBesideStretch(group));
  const seen = before.size;
  return all.filter((group) => {
    return groups.stretchOf(group) === 2 && before.numberOf(groups.keyBesideStretch(group)) >= seen;
  });
}

interface GroupParts {
  readonly groups: MergedGroups;
  readonly dictionaries: readonly GlobalDictionary[];
  readonly figures: readonly Figure[];
  readonly stretches: Omit<KeyTimes, 'times'> | null;
  readonly shown: Uint32Array;
}

class Groups implements EventGroups {
  constructor(
    private readonly step: GroupStep,
    private readonly parts: GroupParts,
  ) {}

  get size(): number {
    return this.parts.shown.length;
  }

  get total(): number {
    const { groups, shown } = this.parts;
    return shown.length < groups.size ? shown.length : groups.total;
  }

  row(place: number): Cell[] {
    const { groups, dictionaries, figures, shown } = this.parts;
    const group = shown[place] ?? 0;
    const values = groups.valuesOf(group).map((number, key) => {
      return number === null ? null : (dictionaries[key]?.values[number] ?? null);
    });
    const time = this.step.bucket === null ? [] : [this.timeOf(groups.stretchOf(group))];
    return [...time, ...values, ...figures.map((figure) => figure.of(group))];
  }

  figure(place: number): Float64Array | null {
    const amounts = this.parts.figures[place]?.amounts?.() ?? null;
    if (amounts === null) return null;
    const { shown } = this.parts;
    const own = new Float64Array(shown.length);
    for (let at = 0; at < own.length; at += 1) own[at] = amounts[shown[at] ?? 0] ?? 0;
    return own;
  }

  private timeOf(stretch: number): Cell {
    const { stretches } = this.parts;
    return stretch === 0 || stretches === null ? null : stretches.start + (stretch - 1) * stretches.width;
  }
}

/** Without anything to group by there is a row even when there are no events. */
class NoGroups implements EventGroups {
  readonly size = 1;
  readonly total = 1;

  constructor(private readonly figures: readonly Figure[]) {}

  row(): Cell[] {
    return this.figures.map(({ ofNothing }) => ofNothing);
  }

  figure(): null {
    return null;
  }
}

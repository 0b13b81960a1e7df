import {
  type Codes,
  type ColumnLeaf,
  type FoundLeaf,
  NONE,
  type Plan,
  planColumns,
  planQuery,
  planRows,
  type RowTest,
  type SameLeaf,
  type SegmentView,
  withoutColumns,
} from '@/lib/columns';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import type { Scope } from '../selection';
import type { DictionaryAnswer, SegmentDictionary, SegmentTimes } from './column-cache';
import type { ColumnEngine } from './column-engine';
import type { FoundRows } from './found-rows';
import type { SegmentRows } from './segment-rows';
import { asksTimes } from './shared-rows';
import { SharedTexts, TestedValues } from './tested-values';

/** The plan of a question, with its time range and its types. */
export function scopePlan({ query, types, from, to, since, now }: Scope): Plan {
  const of: Plan[] = [];
  if (types.length > 0)
    of.push({ kind: 'column', name: 'type', accepts: (code) => types.some((type) => type === code) });
  if (from !== null || to !== null) {
    const micros = (date: Date | null, open: number) => (date === null ? open : date.getTime() * 1000);
    of.push({
      kind: 'times',
      from: micros(from, Number.NEGATIVE_INFINITY),
      to: micros(to, Number.POSITIVE_INFINITY),
    });
  }
  if (since !== null) of.push({ kind: 'numbers', known: since.numbers });
  return { kind: 'and', of: [...of, planQuery(query, now)] };
}

/** Events that were found for leaves of a plan, by what columns cannot say. */
export type Found = ReadonlyMap<FoundLeaf, FoundRows>;

/** Finds the events of segments that a plan means; null when one lacks a column without which it may hold such events. */
export function selectByPlan(
  { engine, reader, signal }: SelectTools,
  plan: Plan,
  segments: readonly SegmentSpan[],
  found: Found,
): Promise<SegmentRows[] | null> {
  return new Selector(engine, reader, plan, found, signal).select(segments);
}

/** The segments that lack a column which a plan needs, and of which its other columns leave possible that they hold an event. */
export function unsureByPlan(
  { engine, reader, signal }: SelectTools,
  plan: Plan,
  segments: readonly SegmentSpan[],
): Promise<readonly SegmentSpan[]> {
  return new Selector(engine, reader, plan, new Map(), signal).unsure(segments);
}

export interface SelectTools {
  readonly engine: ColumnEngine;
  readonly reader: Reader;
  readonly signal: AbortSignal | undefined;
}

class Selector {
  private readonly tested = new Map<ColumnLeaf, TestedValues>();
  private readonly shared = new Map<SameLeaf, SharedTexts>();

  constructor(
    private readonly engine: ColumnEngine,
    private readonly reader: Reader,
    private readonly plan: Plan,
    private readonly found: Found,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async select(segments: readonly SegmentSpan[]): Promise<SegmentRows[] | null> {
    const { views, unsure, lacking } = await this.views(segments);
    if ((await this.possible(unsure, lacking)).length > 0) return null;
    const tests = await this.tests(views);
    const selected = views.flatMap(({ segment }, index): (SegmentRows & { test: RowTest })[] => {
      const test = tests[index] ?? NONE;
      if (test.kind === 'none' || segment.events === 0) return [];
      return [{ segment, bits: null, count: segment.events, test }];
    });
    const scanned = selected.filter(({ test }) => test.kind !== 'every');
    const inputs = scanned.map(({ segment, test }) => ({ rows: segment.numbers, test }));
    const outputs = await this.engine.threads.run('selectRows', inputs, this.signal);
    const rows = new Map(scanned.map(({ segment }, index) => [segment, outputs[index]]));
    return selected
      .map(({ segment, count }) => ({ segment, bits: null, count, ...rows.get(segment) }))
      .filter(({ count }) => count > 0);
  }

  async unsure(segments: readonly SegmentSpan[]): Promise<readonly SegmentSpan[]> {
    const { unsure, lacking } = await this.views(segments);
    return this.possible(unsure, lacking);
  }

  /** The segments, of some that lack columns, that can hold an event, as far as the columns tell that they have. */
  private async possible(
    segments: readonly SegmentSpan[],
    lacking: ReadonlySet<string>,
  ): Promise<readonly SegmentSpan[]> {
    if (segments.length === 0 || lacking.has(EXISTING.name)) return segments;
    const rest = withoutColumns(this.plan, lacking);
    const possible = await new Selector(this.engine, this.reader, rest, this.found, this.signal).select(segments);
    return possible === null ? segments : possible.map(({ segment }) => segment);
  }

  /** The test of each segment; the codes that they look at are loaded, and no others. */
  private async tests(views: readonly View[]): Promise<RowTest[]> {
    const plan = this.ofExisting(views);
    for (const view of views) planRows(plan, view);
    const names = new Set(views.flatMap((view) => [...view.wanted]));
    for (const name of names) {
      const wanting = views.filter((view) => view.wanted.has(name));
      const segments = wanting.map(({ segment }) => segment);
      const codes = await this.engine.cache.codesOf(this.reader, segments, name);
      for (const [index, view] of wanting.entries()) view.load(name, codes[index]);
    }
    return views.map((view) => planRows(plan, view));
  }

  /** Where a file was taken out, numbers of events stand for none: each event has a file. */
  private ofExisting(views: readonly View[]): Plan {
    return views.some(({ segment }) => hasGaps(segment)) ? { kind: 'and', of: [EXISTING, this.plan] } : this.plan;
  }

  /** Each segment as the plan sees it; apart those of which a column is not kept, and which columns these are. */
  private async views(segments: readonly SegmentSpan[]) {
    const { cache } = this.engine;
    const names = planColumns(this.plan);
    if (segments.some(hasGaps)) names.push(EXISTING.name);
    const columns = new Map<string, readonly DictionaryAnswer[]>();
    for (const name of new Set(names)) columns.set(name, await cache.dictionariesOf(this.reader, segments, name));
    const times = asksTimes(this.plan) ? await cache.timesOf(this.reader, segments) : [];
    const views: View[] = [];
    const unsure: SegmentSpan[] = [];
    const lacking = new Set<string>();
    for (const [index, segment] of segments.entries()) {
      const dictionaries = new Map<string, SegmentDictionary>();
      for (const [name, answers] of columns) {
        const dictionary = answers[index];
        if (dictionary === 'too-many' || dictionary === undefined) lacking.add(name);
        else dictionaries.set(name, dictionary);
      }
      if (dictionaries.size < columns.size) unsure.push(segment);
      else views.push(new View(segment, dictionaries, times[index] ?? null, this.found, this.tested, this.shared));
    }
    return { views, unsure, lacking };
  }
}

const EXISTING: ColumnLeaf = { kind: 'column', name: 'file', accepts: (file) => file !== null };

function hasGaps({ numbers, events }: SegmentSpan): boolean {
  return numbers > events;
}

/** One segment as a plan sees it. */
class View implements SegmentView {
  /** Columns whose codes were asked for and are not loaded. */
  readonly wanted = new Set<string>();
  private readonly loaded = new Map<string, Codes>();

  constructor(
    readonly segment: SegmentSpan,
    private readonly dictionaries: ReadonlyMap<string, SegmentDictionary>,
    private readonly timesLoaded: SegmentTimes | null,
    private readonly foundRows: Found,
    private readonly tested: Map<ColumnLeaf, TestedValues>,
    private readonly shared: Map<SameLeaf, SharedTexts>,
  ) {}

  get id(): number {
    return this.segment.id;
  }

  get rows(): number {
    return this.segment.numbers;
  }

  load(name: string, codes: Codes | undefined): void {
    if (codes !== undefined) this.loaded.set(name, codes);
  }

  values(leaf: ColumnLeaf) {
    const dictionary = this.dictionary(leaf.name);
    const tested = this.tested.get(leaf) ?? new TestedValues(dictionary.all, leaf.accepts);
    this.tested.set(leaf, tested);
    return { counts: dictionary.counts, accepts: tested.ofCodes(dictionary.numbers) };
  }

  sameTexts(leaf: SameLeaf) {
    const shared = this.shared.get(leaf) ?? new SharedTexts(leaf.cased);
    this.shared.set(leaf, shared);
    const numbersIn = (name: string) => {
      const { all, numbers } = this.dictionary(name);
      return shared.ofCodes(all, numbers);
    };
    return { one: numbersIn(leaf.one), other: numbersIn(leaf.other) };
  }

  private dictionary(name: string): SegmentDictionary {
    const dictionary = this.dictionaries.get(name);
    if (dictionary === undefined) throw new RangeError(`the column ${name} was not loaded`);
    return dictionary;
  }

  codes(name: string): Codes {
    const codes = this.loaded.get(name);
    if (codes !== undefined) return codes;
    this.wanted.add(name);
    return NO_CODES;
  }

  times(): Float64Array {
    return this.timesLoaded?.times ?? new Float64Array(0);
  }

  extent() {
    return this.timesLoaded?.extent ?? null;
  }

  found(leaf: FoundLeaf): RowTest {
    const bits = this.foundRows.get(leaf)?.get(this.segment.id);
    return bits === undefined ? NONE : { kind: 'bits', bits };
  }
}

const NO_CODES = new Uint8Array(0);

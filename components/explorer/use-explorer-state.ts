'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ChartKind, isChartKind } from '@/components/charts';
import { sourcesQuery } from '@/components/upload';
import type { LogType } from '@/lib/events';
import type { PatternOrder } from '@/lib/interface';
import { withClause, withoutClause } from '@/lib/query';
import { type Baseline, isBaseline } from './baseline-choice';
import { type ColumnChoice, readColumns, writeColumns } from './columns';
import { facetsOfType } from './facets-of-type';
import type { ExplorerValues } from './search-params';
import { survived } from './survival';
import { type AddressedValues, useExplorerValues } from './use-explorer-values';

/** Which events are looked at; what every call of the interface takes. */
export interface Selection {
  readonly type: LogType | null;
  /** Several types; `type` is null then. */
  readonly types?: readonly LogType[];
  readonly q: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string | null;
  /** The id of a proof: only what was added since. */
  readonly since: string | null;
}

export type FilterMode = 'include' | 'exclude';

export interface ExplorerState {
  readonly selection: Selection;
  readonly columns: readonly ColumnChoice[];
  readonly facets: readonly string[];
  readonly sort: string;
  readonly by: string | null;
  /** The order of the patterns that are shown in the place of the events; null: the events are. */
  readonly patterns: PatternOrder | null;
  readonly event: string | null;
  readonly live: boolean;
  readonly marks: boolean;
  /** Null: what fits the answer. */
  readonly chart: ChartKind | null;
  readonly chartsShown: boolean;
  readonly compare: Baseline | null;
  /** A moment that is marked; null: none. */
  readonly at: string | null;
  readonly opening: Opening;
  readonly actions: ExplorerActions;
}

/** How the page was come to. */
export interface Opening extends Pick<AddressedValues, 'link' | 'waiting' | 'problem'> {
  /** All that the page shows, as an address says it. */
  readonly values: ExplorerValues;
  /** What the address asked for and is not there any more. */
  readonly notes: readonly string[];
  /** Takes that out of the address. */
  forget(): void;
}

export interface ExplorerActions {
  search(q: string): void;
  filter(field: string, value: string, mode: FilterMode): void;
  unfilter(field: string, value: string): void;
  /** Only events of a pattern, which are shown; or all others, in the view that there is. */
  filterPattern(id: string, mode: FilterMode): void;
  showPatterns(order: PatternOrder): void;
  showEvents(): void;
  /** Another query and, where one is given, another range, in one step. */
  look(q: string, range: { readonly from: string; readonly to: string } | null): void;
  setRange(from: string | null, to: string | null): void;
  setSource(source: string | null): void;
  setColumns(columns: readonly ColumnChoice[]): void;
  setFacets(facets: readonly string[] | null): void;
  setSort(sort: string): void;
  setBreakdown(by: string | null): void;
  setChart(kind: ChartKind): void;
  /** The answer to a query with steps, drawn in a way. */
  openAnswer(q: string, kind: string): void;
  setChartsShown(shown: boolean): void;
  setCompare(baseline: Baseline | null): void;
  /** The newest on top, without an end of the time range. */
  setLive(live: boolean): void;
  setMarks(shown: boolean): void;
  /** Opening adds to the history, going from one open event to the next does not. */
  openEvent(id: string | null): void;
  /** Marks a moment, or none. */
  setMoment(at: string | null): void;
  /** Only what was added since a proof; null: all again. */
  setSince(proof: string | null): void;
  /** The range of a proof, which is held against it again. */
  setThen(from: string | null, to: string | null, proof: string): void;
}

/** The state of an explorer page: its address, and the ways to change it. Every change is one step of the back button. */
export function useExplorerState(type: LogType | null): ExplorerState {
  const { values: addressed, set, link, waiting, problem } = useExplorerValues();
  const sources = useQuery({ ...sourcesQuery, enabled: addressed.source !== null }).data?.sources;
  const { values, notes } = useMemo(
    () => survived(addressed, sources === undefined ? null : new Set(sources.map(({ id }) => id))),
    [addressed, sources],
  );
  const { q, from, to, source, cols, sort, by, facets, patterns, event, live, marks, chart, charts, compare } = values;
  const { since, at } = values;

  const selection = useMemo(() => ({ type, q, from, to, source, since }), [type, q, from, to, source, since]);
  const columns = useMemo(() => readColumns(cols, type), [cols, type]);
  const facetNames = useMemo(() => facets ?? facetsOfType(type), [facets, type]);
  const open = event !== null;

  const actions = useMemo(
    (): ExplorerActions => ({
      search: (text) => set({ q: text.trim() }),
      filter: (field, value, mode) => set((old) => ({ q: withClause(old.q, field, value, mode) })),
      unfilter: (field, value) => set((old) => ({ q: withoutClause(old.q, field, value) })),
      filterPattern: (id, mode) =>
        set((old) => ({
          q: withClause(old.q, 'pattern', id, mode),
          ...(mode === 'include' ? { patterns: null } : {}),
        })),
      showPatterns: (order) => set({ patterns: order, event: null, live: null }),
      showEvents: () => set({ patterns: null }),
      look: (text, range) =>
        set(range === null ? { q: text } : { q: text, from: range.from, to: range.to, live: null }),
      setRange: (start, end) => set({ from: start, to: end, ...(end === null ? {} : { live: null }) }),
      setSource: (id) => set({ source: id }),
      setColumns: (choices) => set({ cols: writeColumns(choices, type) }, { history: 'replace' }),
      setFacets: (names) => set({ facets: names === null ? null : [...names] }, { history: 'replace' }),
      setSort: (order) => set({ sort: order, live: null }),
      setBreakdown: (field) => set({ by: field }),
      openAnswer: (text, kind) => set({ q: text, chart: isChartKind(kind) ? kind : null }),
      setChart: (kind) => set({ chart: kind }, { history: 'replace' }),
      setChartsShown: (shown) => set({ charts: shown }, { history: 'replace' }),
      setCompare: (baseline) => set({ compare: baseline }),
      setLive: (on) => set(on ? { live: true, sort: null, to: null, at: null } : { live: null }),
      setMarks: (shown) => set({ marks: shown }, { history: 'replace' }),
      setMoment: (moment) => set({ at: moment }),
      setSince: (proof) => set({ since: proof }),
      setThen: (start, end, proof) => set({ from: start, to: end, proof, live: null }),
      openEvent: (id) => set({ event: id }, { history: open || id === null ? 'replace' : 'push' }),
    }),
    [set, type, open],
  );
  return {
    ...{ selection, columns, facets: facetNames, sort, by, patterns, event, live, marks, actions },
    chart: isChartKind(chart) ? chart : null,
    chartsShown: charts,
    compare: isBaseline(compare) ? compare : null,
    at,
    opening: { link, waiting, problem, values, notes, forget: () => set(values, { history: 'replace' }) },
  };
}

'use client';

import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { type ChartKind, isChartKind } from '@/components/charts';
import type { LogType } from '@/lib/events';
import type { PatternOrder } from '@/lib/interface';
import { withClause, withoutClause } from '@/lib/query';
import { type Baseline, isBaseline } from './baseline-choice';
import { type ColumnChoice, readColumns, writeColumns } from './columns';
import { facetsOfType } from './facets-of-type';
import { explorerParsers } from './search-params';

/** Which events are looked at; what every call of the interface takes. */
export interface Selection {
  readonly type: LogType | null;
  /** Several types; `type` is null then. */
  readonly types?: readonly LogType[];
  readonly q: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string | null;
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
  readonly actions: ExplorerActions;
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
}

/** The state of an explorer page: its address, and the ways to change it. Every change is one step of the back button. */
export function useExplorerState(type: LogType | null): ExplorerState {
  const [values, set] = useQueryStates(explorerParsers, { history: 'push', shallow: true, scroll: false });
  const { q, from, to, source, cols, sort, by, facets, patterns, event, live, marks, chart, charts, compare } = values;

  const selection = useMemo(() => ({ type, q, from, to, source }), [type, q, from, to, source]);
  const columns = useMemo(() => readColumns(cols, type), [cols, type]);
  const facetNames = useMemo(() => facets ?? facetsOfType(type), [facets, type]);
  const open = event !== null;

  const actions = useMemo(
    (): ExplorerActions => ({
      search: (text) => void set({ q: text.trim() }),
      filter: (field, value, mode) => void set((old) => ({ q: withClause(old.q, field, value, mode) })),
      unfilter: (field, value) => void set((old) => ({ q: withoutClause(old.q, field, value) })),
      filterPattern: (id, mode) =>
        void set((old) => ({
          q: withClause(old.q, 'pattern', id, mode),
          ...(mode === 'include' ? { patterns: null } : {}),
        })),
      showPatterns: (order) => void set({ patterns: order, event: null, live: null }),
      showEvents: () => void set({ patterns: null }),
      look: (text, range) =>
        void set(range === null ? { q: text } : { q: text, from: range.from, to: range.to, live: null }),
      setRange: (start, end) => void set({ from: start, to: end, ...(end === null ? {} : { live: null }) }),
      setSource: (id) => void set({ source: id }),
      setColumns: (choices) => void set({ cols: writeColumns(choices, type) }, { history: 'replace' }),
      setFacets: (names) => void set({ facets: names === null ? null : [...names] }, { history: 'replace' }),
      setSort: (order) => void set({ sort: order, live: null }),
      setBreakdown: (field) => void set({ by: field }),
      openAnswer: (text, kind) => void set({ q: text, chart: isChartKind(kind) ? kind : null }),
      setChart: (kind) => void set({ chart: kind }, { history: 'replace' }),
      setChartsShown: (shown) => void set({ charts: shown }, { history: 'replace' }),
      setCompare: (baseline) => void set({ compare: baseline }),
      setLive: (on) => void set(on ? { live: true, sort: null, to: null } : { live: null }),
      setMarks: (shown) => void set({ marks: shown }, { history: 'replace' }),
      openEvent: (id) => void set({ event: id }, { history: open || id === null ? 'replace' : 'push' }),
    }),
    [set, type, open],
  );
  return {
    ...{ selection, columns, facets: facetNames, sort, by, patterns, event, live, marks, actions },
    chart: isChartKind(chart) ? chart : null,
    chartsShown: charts,
    compare: isBaseline(compare) ? compare : null,
  };
}

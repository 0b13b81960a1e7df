import type { LogType } from '@/lib/events';
import type { ChartKind } from '../chart-kind';
import type { Fold } from '../prepare/series-chart';

/** A question that a type's hunts begin with, and the picture that answers it. Plain data. */
export interface ChartDefinition {
  /** Of all definitions; never shown. */
  readonly name: string;
  readonly title: string;
  /** What it answers, as a person would ask it. */
  readonly question: string;
  readonly type: LogType;
  readonly kind: ChartKind | 'map';
  /** The same question asked of other fields; the first whose fields the data has is shown until a person chooses. */
  readonly views: readonly [ChartView, ...ChartView[]];
  /** What runs across and up, or how long a bar is. */
  readonly axes: { readonly x: string; readonly y: string };
  /** What a click on a mark does. */
  readonly click: string;
  /** Said when there is nothing to draw although the data has the fields. */
  readonly empty: string;
  /** Values that are one series together. */
  readonly fold?: Fold;
  /** It needs more room than others: many names, or names on both sides. */
  readonly wide?: true;
  /** A field of whose values one can be chosen, so that the chart is about that one. */
  readonly per?: string;
}

/** A query within what a person looks at; its filter says what of that the chart is about. */
export interface ChartView {
  /** What its marks are; names it in the menu. */
  readonly title: string;
  readonly query: string;
  /** Fields that `new` looks at: marks whose values did not occur before the range are marked. The keys of `query`, in their order. */
  readonly marksNew?: true;
  /** The filter of what was refused among the marks. */
  readonly denied?: string;
}

'use client';

import { type KeyboardEvent, type PointerEvent, useCallback, useRef, useState } from 'react';
import { rangeLabel } from '@/components/time';
import { type SeriesChart, seriesMark } from '../prepare/series-chart';
import { type PlotArea, pointAt, seriesAt } from './plot-hit';
import type { SeriesDrawingProps } from './series-drawing';

interface State {
  /** The point that the pointer or the keys are on, and the series; null = all of them. */
  readonly at: number | null;
  readonly of: number | null;
  /** Where a choice of points began; null while none is made. */
  readonly anchor: number | null;
}

const AT_REST: State = { at: null, of: null, anchor: null };

/** What a series chart does when it is pointed at, dragged over, clicked, or gone through with the keys. */
export function usePlotPointer(props: SeriesDrawingProps, area: PlotArea) {
  const { chart, zone, onChoose, onRange, onPoint } = props;
  const [state, setState] = useState<State>(AT_REST);
  const latest = useRef<State>(AT_REST);
  const isPointing = useRef(false);
  const stretches = useRef(false);

  const go = useCallback(
    (next: State) => {
      latest.current = next;
      setState(next);
      onPoint(next.at === null ? null : pointWords(chart, next, zone));
    },
    [chart, onPoint, zone],
  );
  // The keys move Recharts' own point; the pointer is followed here, exactly and at once.
  const onActive = useCallback(
    (at: number | null) => {
      if (isPointing.current) return;
      const { at: before, of, anchor } = latest.current;
      if (at === before) return;
      const isStretching = stretches.current && chart.interval !== null;
      go({ at, of, anchor: isStretching ? (anchor ?? before ?? at) : null });
    },
    [chart, go],
  );
  const choose = ({ at, of, anchor }: State) => {
    if (at === null) return;
    const range = anchor === null || anchor === at ? null : rangeOf(chart, anchor, at);
    const mark = seriesMark(chart, at, of);
    if (range !== null) onRange(range.from, range.to);
    else if (mark !== null) onChoose(mark);
  };
  const placeOf = (event: PointerEvent<HTMLElement>): State => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = pointAt(event.clientX - box.left, area, chart.points.length);
    return { at, of: seriesAt(chart, at, event.clientY - box.top, area), anchor: null };
  };
  return {
    onActive,
    selection: selectionOf(state, chart, area),
    handlers: {
      onPointerEnter: () => {
        isPointing.current = true;
      },
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const place = placeOf(event);
        go({ ...place, anchor: place.at });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        isPointing.current = true;
        go({ ...placeOf(event), anchor: state.anchor });
      },
      onPointerUp: () => {
        if (state.anchor === null) return;
        go({ ...state, anchor: null });
        choose(state);
      },
      onPointerCancel: () => go(AT_REST),
      onPointerLeave: () => {
        isPointing.current = false;
        if (state.anchor === null) go(AT_REST);
      },
      onKeyDown: (event: KeyboardEvent) => {
        const next = stateAfterKey(state, event.key, chart);
        if (next !== null) go(next);
        else if (event.key === 'Enter') choose(state);
        else if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        event.stopPropagation();
      },
      // Before Recharts sees the key and moves its point.
      onKeyDownCapture: (event: KeyboardEvent) => {
        isPointing.current = false;
        stretches.current = event.shiftKey;
      },
      onBlur: () => {
        if (!isPointing.current) go(AT_REST);
      },
    },
  };
}

/** Up and down go through the series of a point, bottom to top, with all of them together in between. */
function stateAfterKey(state: State, key: string, { series }: SeriesChart): State | null {
  if (key === 'Escape' && state.at !== null) return { ...state, of: null, anchor: null };
  const step = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
  if (step === 0) return null;
  if (state.at === null || series.length < 2) return state;
  const places = series.length + 1;
  const next = ((state.of ?? -1) + 1 + step + places) % places;
  return { ...state, of: next === 0 ? null : next - 1 };
}

function pointWords(chart: SeriesChart, { at, of, anchor }: State, zone: SeriesDrawingProps['zone']): string | null {
  if (at === null) return null;
  const mark = seriesMark(chart, at, of);
  const range = rangeOf(chart, anchor ?? at, at);
  const where =
    range === null ? chart.points[at]?.label : rangeLabel(range.from, range.to, zone, new Date().getUTCFullYear()).text;
  return anchor === null || anchor === at ? `${where}: ${mark?.text}` : `${where}`;
}

function rangeOf({ points, interval }: SeriesChart, one: number, other: number) {
  const from = points[Math.min(one, other)]?.time ?? null;
  const to = points[Math.max(one, other)]?.time ?? null;
  if (from === null || to === null || interval === null) return null;
  return { from: new Date(from).toISOString(), to: new Date(to + interval).toISOString() };
}

function selectionOf({ at, anchor }: State, { points, interval }: SeriesChart, area: PlotArea) {
  if (at === null || anchor === null || at === anchor || interval === null) return null;
  const band = area.width / points.length;
  return { left: area.left + Math.min(at, anchor) * band, width: (Math.abs(at - anchor) + 1) * band };
}

'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type BarSelection, movedSelection } from './bar-selection';

interface BrushOptions {
  readonly bars: number;
  readonly onSelect: (selection: BarSelection) => void;
  readonly onZoomOut: () => void;
}

export interface Brush {
  /** The bars under the pointer, dragged over, or chosen with the keys. */
  readonly selection: BarSelection | null;
  readonly dragging: boolean;
  /** How far down the plot the pointer is, in pixels; null when the keys are in use. */
  readonly y: number | null;
  readonly handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    onPointerLeave: () => void;
    onPointerCancel: () => void;
    onDoubleClick: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    onBlur: () => void;
  };
}

/** A second click within this time makes a double click, so a single one waits that long. */
const DOUBLE_CLICK_MS = 220;

interface State {
  readonly selection: BarSelection | null;
  readonly dragging: boolean;
  readonly y: number | null;
}

const AT_REST: State = { selection: null, dragging: false, y: null };

/** Choosing bars: drag over them, click one, or move with the keys and press Enter; a double click or `-` zooms out. */
export function useBrush({ bars, onSelect, onZoomOut }: BrushOptions): Brush {
  const [state, setState] = useState<State>(AT_REST);
  const click = useRef<ReturnType<typeof setTimeout> | null>(null);

  const at = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / Math.max(1, box.width);
    return { bar: Math.min(bars - 1, Math.max(0, Math.floor(share * bars))), y: event.clientY - box.top };
  };
  const finish = ({ first, last }: BarSelection) => {
    setState(AT_REST);
    if (click.current !== null) clearTimeout(click.current);
    if (first !== last) onSelect({ first, last });
    else click.current = setTimeout(() => onSelect({ first, last }), DOUBLE_CLICK_MS);
  };

  return {
    ...state,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const { bar, y } = at(event);
        setState({ selection: { first: bar, last: bar }, dragging: true, y });
      },
      onPointerMove: (event) => {
        const { bar, y } = at(event);
        setState((old) => ({
          ...old,
          y,
          selection:
            old.dragging && old.selection !== null ? { ...old.selection, last: bar } : { first: bar, last: bar },
        }));
      },
      onPointerUp: () => {
        if (state.dragging && state.selection !== null) finish(state.selection);
      },
      onPointerLeave: () => setState((old) => (old.dragging ? old : AT_REST)),
      onPointerCancel: () => setState(AT_REST),
      onDoubleClick: () => {
        if (click.current !== null) clearTimeout(click.current);
        onZoomOut();
      },
      onKeyDown: (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const moved = movedSelection(state.selection, event.key, event.shiftKey, bars);
        if (moved !== null) setState({ selection: moved, dragging: false, y: null });
        else if (event.key === 'Enter' && state.selection !== null) onSelect(state.selection);
        else if (event.key === '-') onZoomOut();
        else if (event.key === 'Escape' && state.selection !== null) setState(AT_REST);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
      onBlur: () => setState(AT_REST),
    },
  };
}

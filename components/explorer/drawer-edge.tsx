'use client';

import { type PointerEvent, useState } from 'react';

interface DrawerEdgeProps {
  width: number;
  onWidth: (width: number) => void;
}

export const DRAWER_WIDTH = 396;
const WIDTH_MIN = 320;
const WIDTH_MAX = 900;
const STEP = 24;

/** The left edge of the drawer: drag it or use the arrow keys, a double click takes the width back. */
export function DrawerEdge({ width, onWidth }: DrawerEdgeProps) {
  const [start, setStart] = useState<{ x: number; width: number } | null>(null);
  const change = (next: number) => onWidth(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, Math.round(next))));
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setStart({ x: event.clientX, width });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the open event: arrow keys change it"
      aria-valuenow={width}
      aria-valuemin={WIDTH_MIN}
      aria-valuemax={WIDTH_MAX}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => start !== null && change(start.width + start.x - event.clientX)}
      onPointerUp={() => setStart(null)}
      onPointerCancel={() => setStart(null)}
      onDoubleClick={() => onWidth(DRAWER_WIDTH)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') change(width + STEP);
        else if (event.key === 'ArrowRight') change(width - STEP);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      className="absolute inset-y-0 -left-1 z-10 w-2 cursor-col-resize touch-none transition-colors hover:bg-accent/30 focus-visible:bg-accent/30"
    />
  );
}

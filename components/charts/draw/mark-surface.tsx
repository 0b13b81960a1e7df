'use client';

import { type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode, useState } from 'react';
import type { ChartMark } from '../chart-mark';
import { movedPlace, type Place } from './moved-place';

export interface MarkSurfaceProps {
  /** What the picture shows, for whoever cannot see it. */
  label: string;
  width: number;
  height: number;
  /** The marks as the arrow keys go: from line to line, and along each. Null where there is none. */
  lines: readonly (readonly (ChartMark | null)[])[];
  onChoose: (mark: ChartMark) => void;
  /** The mark that the pointer or the keys are on. */
  onPoint: (text: string | null) => void;
  /** Draws the picture; shapes of a mark carry `markAt` of its place. */
  children: (current: Place | null) => ReactNode;
}

/** A picture whose marks can be pointed at, gone through with the arrow keys, and chosen by a click or Enter. */
export function MarkSurface({ label, width, height, lines, onChoose, onPoint, children }: MarkSurfaceProps) {
  const [current, setCurrent] = useState<Place | null>(null);
  const mark = current === null ? null : markIn(lines, current);
  const go = (place: Place | null) => {
    setCurrent(place);
    onPoint(place === null ? null : (markIn(lines, place)?.text ?? null));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moved = movedPlace(lines, current, event.key);
    if (moved !== null) go(moved);
    else if (event.key === 'Enter' && mark !== null) onChoose(mark);
    else if (event.key === 'Escape' && current !== null) go(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    const clicked = place === null ? null : markIn(lines, place);
    if (clicked !== null) onChoose(clicked);
  };
  const onPointerMove = (event: PointerEvent) => {
    const place = placeOf(event.target);
    if (place?.line !== current?.line || place?.at !== current?.at) go(place);
  };
  const marks = lines.flatMap((line) => line.filter((each) => each !== null));
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={`${label}. Arrow keys go from mark to mark, Enter filters`}
      aria-valuemin={0}
      aria-valuemax={marks.length}
      aria-valuenow={mark === null ? 0 : marks.indexOf(mark) + 1}
      aria-valuetext={mark?.text ?? 'nothing chosen'}
      className="rounded-sm"
      {...{ onKeyDown, onClick, onPointerMove }}
      onPointerLeave={() => go(null)}
      onBlur={() => go(null)}
    >
      <svg width={width} height={height} aria-hidden className="block">
        {children(current)}
      </svg>
    </div>
  );
}

/** What a shape carries so that it stands for the mark at a place. */
export function markAt(line: number, at = 0): { 'data-mark': string } {
  return { 'data-mark': `${line},${at}` };
}

function placeOf(target: EventTarget): Place | null {
  const name = target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark') : null;
  if (name === null || name === undefined) return null;
  const [line = 0, at = 0] = name.split(',').map(Number);
  return { line, at };
}

function markIn(lines: MarkSurfaceProps['lines'], { line, at }: Place): ChartMark | null {
  return lines[line]?.[at] ?? null;
}

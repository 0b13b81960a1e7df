'use client';

import { type PointerEvent, type RefObject, useState } from 'react';
import { placeAt } from './moved-step';

export interface StepDrag {
  readonly id: string;
  /** Where it would be now. */
  readonly place: number;
}

/** So near to an edge of what scrolls, a drag scrolls on; in pixels, and by so many each time the pointer moves. */
const EDGE = 60;
const SCROLL = 18;

/** Dragging a step by its handle with mouse, pen or finger. */
export function useStepDrag(list: RefObject<HTMLElement | null>, onMove: (id: string, place: number) => void) {
  const [drag, setDrag] = useState<StepDrag | null>(null);
  const start = (id: string, own: number, event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    let place = own;
    const follow = (moved: globalThis.PointerEvent) => {
      place = placeAt(middlesIn(list.current), own, moved.clientY);
      setDrag({ id, place });
      scrollNear(list.current, moved.clientY);
    };
    const end = (ended: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', follow);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
      setDrag(null);
      if (ended.type === 'pointerup' && place !== own) onMove(id, place);
    };
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  };
  return { drag, start };
}

function middlesIn(list: HTMLElement | null): number[] {
  return [...(list?.querySelectorAll('[data-step]') ?? [])].map((step) => {
    const { top, height } = step.getBoundingClientRect();
    return top + height / 2;
  });
}

function scrollNear(list: HTMLElement | null, y: number): void {
  const scroller = list?.closest('main');
  if (scroller == null) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + EDGE) scroller.scrollBy({ top: -SCROLL });
  if (y > bottom - EDGE) scroller.scrollBy({ top: SCROLL });
}

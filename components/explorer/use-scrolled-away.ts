'use client';

import { type RefObject, useEffect, useState } from 'react';

/** Less is an accident of the hand. */
const AWAY_PIXELS = 16;

/** Whether a person has scrolled down from the top of an element. */
export function useScrolledAway(scroller: RefObject<HTMLElement | null>): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => setAway(element.scrollTop > AWAY_PIXELS);
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  });
  return away;
}

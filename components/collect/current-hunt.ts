'use client';

import { useCallback, useSyncExternalStore } from 'react';

const STORAGE_KEY = 'trackway.hunt';
const CHANGED = 'trackway:hunt';

/** The hunt that this person collects for, by its slug; null until one was chosen. It is remembered in this browser. */
export function useCurrentHunt(): readonly [string | null, (slug: string | null) => void] {
  const slug = useSyncExternalStore(subscribe, read, () => null);
  const choose = useCallback((next: string | null) => write(next), []);
  return [slug, choose];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

/** Of this page, where the browser keeps nothing. */
let remembered: string | null = null;

function read(): string | null {
  try {
    return window.localStorage.getItem(STORAGE_KEY);
  } catch {
    return remembered;
  }
}

function write(slug: string | null): void {
  remembered = slug;
  try {
    if (slug === null) window.localStorage.removeItem(STORAGE_KEY);
    else window.localStorage.setItem(STORAGE_KEY, slug);
  } catch {
    // A browser without storage remembers it until the page is left.
  }
  window.dispatchEvent(new Event(CHANGED));
}

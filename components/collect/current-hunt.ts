'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { storedChanges } from '@/components/ui';

const STORAGE_KEY = 'trackway.hunt';
const CHANGED = 'trackway:hunt';
const onStoredChange = storedChanges(CHANGED);

/** The hunt that this person collects for, by its slug; null until one was chosen. It is remembered in this browser. */
export function useCurrentHunt(): readonly [string | null, (slug: string | null) => void] {
  const slug = useSyncExternalStore(onStoredChange, read, () => null);
  const choose = useCallback((next: string | null) => write(next), []);
  return [slug, choose];
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

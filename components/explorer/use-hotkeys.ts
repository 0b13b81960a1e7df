'use client';

import { useEffect, useEffectEvent } from 'react';

export type Hotkeys = Readonly<Record<string, () => void>>;

/**
 * Plain keys for the whole page, by `KeyboardEvent.key`. Silent with modifiers (they are the browser's), while a person
 * types, and while a menu or dialog has the focus. Enter, Space and arrows belong to whatever control has the focus.
 */
export function useHotkeys(hotkeys: Hotkeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = Object.hasOwn(hotkeys, event.key) ? hotkeys[event.key] : undefined;
    if (action === undefined || isTaken(event)) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="listbox"]';
const CONTROL = 'button, a, [role="tab"], [role="slider"], [role="radio"], summary';
const CONTROL_KEYS = new Set(['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

function isTaken(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPING) !== null) return true;
  return CONTROL_KEYS.has(event.key) && target.closest(CONTROL) !== null;
}

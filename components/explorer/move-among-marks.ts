import type { KeyboardEvent } from 'react';

/** Left and right go from mark to mark of a lane, so that a lane takes one Tab. */
export function moveAmongMarks(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-lane-mark]')];
  const next = marks[marks.indexOf(event.target) + step];
  if (next === undefined || !marks.includes(event.target)) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

import type { KeyboardEvent } from 'react';

/** Up and down go from value to value, so that a long column takes few Tabs. */
export function moveAmongValues(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-value-button]')];
  const row = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-value-button]');
  const index = row === null || row === undefined ? -1 : buttons.indexOf(row);
  const next = buttons[index + step];
  if (index === -1 || next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

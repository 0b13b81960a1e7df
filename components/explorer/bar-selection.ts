import { rangeOfBars, type Trackway } from './prepare-lanes';

/** Bars from `first` to `last`, by their places; `first` is where it began, so it may be the larger. */
export interface BarSelection {
  readonly first: number;
  readonly last: number;
}

export function rangeOfSelection(trackway: Trackway, { first, last }: BarSelection): { from: string; to: string } {
  return rangeOfBars(trackway, first, last);
}

/** The shares (0 to 1) of the width where the selection begins and ends. */
export function edgesOfSelection({ first, last }: BarSelection, bars: number): { left: number; width: number } {
  const low = Math.min(first, last);
  return { left: low / bars, width: (Math.abs(last - first) + 1) / bars };
}

/** The selection after a key: arrows move a cursor of one bar, with Shift they stretch it. Null when the key means nothing. */
export function movedSelection(
  selection: BarSelection | null,
  key: string,
  stretch: boolean,
  bars: number,
): BarSelection | null {
  const target = targetOf(selection?.last ?? null, key, bars);
  if (target === null) return null;
  return { first: stretch ? (selection?.first ?? target) : target, last: target };
}

function targetOf(at: number | null, key: string, bars: number): number | null {
  const last = bars - 1;
  switch (key) {
    case 'ArrowLeft':
      return at === null ? last : Math.max(0, at - 1);
    case 'ArrowRight':
      return at === null ? 0 : Math.min(last, at + 1);
    case 'PageUp':
      return Math.max(0, (at ?? last) - 10);
    case 'PageDown':
      return Math.min(last, (at ?? 0) + 10);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

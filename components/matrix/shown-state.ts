import type { MatrixCell } from '@/lib/interface';

/** States as they are drawn: what no log shows stands apart from what merely nobody looks for. */
export const SHOWN_STATES = ['found', 'watched', 'blind', 'off', 'unwatched', 'unseen'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** How a cell is drawn. */
export function shownState({ state, unseen }: Pick<MatrixCell, 'state' | 'unseen'>): ShownState {
  return unseen === null ? state : 'unseen';
}

interface StateWords {
  /** In a cell. */
  readonly short: string;
  readonly about: string;
}

export const STATE_WORDS: Readonly<Record<ShownState, StateWords>> = {
  found: { short: 'found', about: 'There are findings.' },
  watched: { short: 'nothing found', about: 'Rules or detectors looked for it, could see it, and found nothing.' },
  blind: { short: 'blind', about: 'Rules or detectors look for it, but the data lacks what they need.' },
  off: { short: 'off', about: 'All that looks for it is turned off.' },
  unwatched: { short: 'not watched', about: 'No rule and no detector looks for it.' },
  unseen: { short: 'no log shows it', about: 'Logs of a cluster cannot show it, whatever is watched.' },
};

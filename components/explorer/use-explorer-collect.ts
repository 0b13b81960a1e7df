'use client';

import { type Collect, queryStepOf, useCollect } from '@/components/collect';
import { shownQuery } from './shown-query';
import type { ExplorerState } from './use-explorer-state';
import { type RangePins, useRangePins } from './use-range-pins';

interface PinOptions {
  /** Asks why. */
  readonly reason?: boolean;
  /** Asks for a hunt. */
  readonly ask?: boolean;
}

export interface ExplorerCollect {
  readonly collect: Collect;
  readonly pins: RangePins;
  readonly pin: (event: string | null, options?: PinOptions) => void;
  readonly addToHunt: () => void;
}

/** What hunts hold of the time that is looked at, and the ways to give them more of it. */
export function useExplorerCollect(state: ExplorerState): ExplorerCollect {
  const pins = useRangePins(state.selection);
  const collect = useCollect();
  return {
    ...{ pins, collect },
    pin: (event, options = {}) => {
      if (event === null) return;
      const before = pins.of(event).some(({ hunt }) => hunt.slug === collect.current);
      collect.add({ kind: 'event', event, reason: '' }, { ...options, before });
    },
    addToHunt: () => collect.add({ kind: 'query', step: queryStepOf(shownQuery(state)) }, { ask: true }),
  };
}

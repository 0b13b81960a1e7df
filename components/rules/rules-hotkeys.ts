import type { Hotkeys } from '@/components/explorer';

interface HotkeyTargets {
  readonly move: (step: number) => void;
  readonly moveTo: (place: number) => void;
  readonly openRule: () => void;
  readonly choose: () => void;
  readonly turn: () => void;
  readonly add: () => void;
  readonly clear: () => void;
  readonly focusSearch: () => void;
  readonly showKeys: () => void;
}

const PAGE = 10;

/** The keys of the list of rules; `rules-keys.tsx` tells a person about them. */
export function rulesHotkeys(targets: HotkeyTargets): Hotkeys {
  const { move, moveTo } = targets;
  return {
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(PAGE),
    PageUp: () => move(-PAGE),
    g: () => moveTo(0),
    Home: () => moveTo(0),
    Enter: targets.openRule,
    x: targets.choose,
    o: targets.turn,
    ' ': targets.turn,
    a: targets.add,
    Escape: targets.clear,
    '/': targets.focusSearch,
    '?': targets.showKeys,
  };
}

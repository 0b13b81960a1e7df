import { type Hotkeys, listHotkeys } from '@/components/explorer';

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

/** The keys of the list of rules; `rules-keys.tsx` tells a person about them. */
export function rulesHotkeys(targets: HotkeyTargets): Hotkeys {
  return {
    ...listHotkeys(targets.move, targets.moveTo),
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

import type { Hotkeys } from '@/components/explorer';
import { VERDICT_LABELS } from '@/components/triage';
import { VERDICTS, type Verdict } from '@/lib/interface';

interface HotkeyTargets {
  readonly move: (step: number) => void;
  readonly moveTo: (place: number) => void;
  readonly showEvents: () => void;
  readonly judge: (verdict: Verdict) => void;
  readonly undo: () => void;
  readonly writeNote: () => void;
  readonly close: () => void;
  readonly focusSearch: () => void;
  readonly openTime: () => void;
  readonly addToHunt: () => void;
  readonly showKeys: () => void;
}

const PAGE = 10;

/** The keys of the page of findings; `findings-keys.tsx` tells a person about them. */
export function findingsHotkeys(targets: HotkeyTargets): Hotkeys {
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
    Enter: targets.showEvents,
    ...Object.fromEntries(VERDICTS.map((verdict) => [VERDICT_LABELS[verdict].hotkey, () => targets.judge(verdict)])),
    u: targets.undo,
    n: targets.writeNote,
    Escape: targets.close,
    '/': targets.focusSearch,
    t: targets.openTime,
    h: targets.addToHunt,
    '?': targets.showKeys,
  };
}

import { type Hotkeys, listHotkeys } from '@/components/explorer';
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

/** The keys of the page of findings; `findings-keys.tsx` tells a person about them. */
export function findingsHotkeys(targets: HotkeyTargets): Hotkeys {
  return {
    ...listHotkeys(targets.move, targets.moveTo),
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

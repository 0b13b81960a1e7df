import { Check, CircleDashed, CircleOff, EyeOff, Power, TriangleAlert } from 'lucide-react';
import type { ShownState } from './shown-state';

const GLYPHS = {
  found: { Icon: TriangleAlert, color: 'text-error' },
  watched: { Icon: Check, color: 'text-ok' },
  blind: { Icon: EyeOff, color: 'text-warn' },
  off: { Icon: Power, color: 'text-dim' },
  unwatched: { Icon: CircleDashed, color: 'text-faint' },
  unseen: { Icon: CircleOff, color: 'text-faint' },
} as const;

/** A state by its shape and colour; its word stands with it. */
export function StateGlyph({ state, size = 12 }: { state: ShownState; size?: number }) {
  const { Icon, color } = GLYPHS[state];
  return <Icon size={size} strokeWidth={2.2} aria-hidden className={`shrink-0 ${color}`} />;
}

import { Check, CircleDashed, Flag, type LucideIcon, Pin } from 'lucide-react';
import type { Verdict } from '@/lib/interface';

interface VerdictLabel {
  readonly word: string;
  /** The key that gives it. */
  readonly hotkey: string;
  readonly Icon: LucideIcon;
  /** The class of its colour; its word and icon stand beside it. */
  readonly tone: string;
  readonly means: string;
}

export const VERDICT_LABELS: Readonly<Record<Verdict, VerdictLabel>> = {
  open: { word: 'open', hotkey: 'o', Icon: CircleDashed, tone: 'text-dim', means: 'Nobody has judged it yet' },
  benign: { word: 'benign', hotkey: 'b', Icon: Check, tone: 'text-ok', means: 'Explained and harmless: hidden' },
  suspicious: { word: 'suspicious', hotkey: 's', Icon: Flag, tone: 'text-warn', means: 'Needs a closer look' },
  evidence: { word: 'evidence', hotkey: 'e', Icon: Pin, tone: 'text-accent', means: 'Part of what happened' },
};

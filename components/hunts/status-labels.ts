import { CircleCheck, CircleDashed, CircleDot, Crosshair, type LucideIcon } from 'lucide-react';
import type { HuntStatus } from '@/lib/interface';

interface StatusLabel {
  readonly word: string;
  readonly Icon: LucideIcon;
  /** The class of its colour; its word and icon stand beside it. */
  readonly tone: string;
}

export const STATUS_LABELS: Readonly<Record<HuntStatus, StatusLabel>> = {
  hypothesis: { word: 'hypothesis', Icon: CircleDashed, tone: 'text-dim' },
  investigating: { word: 'investigating', Icon: CircleDot, tone: 'text-accent' },
  identified: { word: 'identified', Icon: Crosshair, tone: 'text-warn' },
  resolved: { word: 'resolved', Icon: CircleCheck, tone: 'text-ok' },
};

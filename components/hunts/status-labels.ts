import { CircleCheck, CircleDashed, CircleDot, Crosshair, type LucideIcon } from 'lucide-react';
import type { HuntStatus } from '@/lib/interface';

interface StatusLabel {
  readonly word: string;
  readonly Icon: LucideIcon;
  /** The class of its colour; its word and icon stand beside it. */
  readonly tone: string;
  readonly means: string;
}

export const STATUS_LABELS: Readonly<Record<HuntStatus, StatusLabel>> = {
  hypothesis: { word: 'hypothesis', Icon: CircleDashed, tone: 'text-dim', means: 'An idea that nobody has tried yet' },
  investigating: { word: 'investigating', Icon: CircleDot, tone: 'text-accent', means: 'It is being looked into' },
  identified: { word: 'identified', Icon: Crosshair, tone: 'text-warn', means: 'The cause is known' },
  resolved: { word: 'resolved', Icon: CircleCheck, tone: 'text-ok', means: 'Done, with a conclusion' },
};

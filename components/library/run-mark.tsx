import { Check, Circle, CircleDashed } from 'lucide-react';
import { classNames } from '@/components/ui';
import type { ReadyHuntAnswer } from '@/lib/interface';

const STATES = {
  whole: { Icon: Check, word: 'can run', color: 'text-ok' },
  part: { Icon: CircleDashed, word: 'in part', color: 'text-warn' },
  none: { Icon: Circle, word: 'cannot run', color: 'text-faint' },
} as const;

/** Whether the data can answer a hunt, as a shape and a word. */
export function RunMark({ hunt }: { hunt: Pick<ReadyHuntAnswer, 'canRun' | 'missing'> }) {
  const { Icon, word, color } = STATES[stateOf(hunt)];
  return (
    <span
      className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', color)}
      title={hunt.missing.join('\n')}
    >
      <Icon size={13} strokeWidth={2.2} aria-hidden />
      {word}
    </span>
  );
}

function stateOf({ canRun, missing }: Pick<ReadyHuntAnswer, 'canRun' | 'missing'>): keyof typeof STATES {
  if (!canRun) return 'none';
  return missing.length === 0 ? 'whole' : 'part';
}

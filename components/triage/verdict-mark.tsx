import { classNames } from '@/components/ui';
import type { Verdict } from '@/lib/interface';
import { VERDICT_LABELS } from './verdict-labels';

/** A verdict as its icon and its word. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { word, Icon, tone } = VERDICT_LABELS[verdict];
  return (
    <span className={classNames('inline-flex shrink-0 items-center gap-1 text-xs', tone)}>
      <Icon size={12} aria-hidden />
      {word}
    </span>
  );
}

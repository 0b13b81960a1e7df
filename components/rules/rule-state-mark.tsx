import { Ban, EyeOff, TriangleAlert } from 'lucide-react';
import { formatShare } from '@/components/text';
import type { RuleAnswer } from '@/lib/interface';
import { looksBack } from './rules-queries';

/** What a rule is doing, in a word: refused, looking back, failed, blind, on or off. */
export function RuleStateMark({ rule }: { rule: RuleAnswer }) {
  const { refusals, missing, on, lookBack } = rule;
  if (refusals.length > 0) {
    return (
      <span
        className="inline-flex items-center gap-1 text-error"
        title={refusals.map(({ message }) => message).join('\n')}
      >
        <Ban size={12} aria-hidden /> refused
      </span>
    );
  }
  if (on && looksBack(lookBack)) {
    return (
      <span className="inline-flex items-center gap-1 text-dim" title="It is looking through what was stored before">
        <span className="live-dot size-1.5 rounded-full bg-accent" aria-hidden />
        {lookBack.of === 0 ? 'looking back' : `back ${formatShare(lookBack.searched / lookBack.of)}`}
      </span>
    );
  }
  if (on && lookBack.failure !== null) {
    return (
      <span className="inline-flex items-center gap-1 text-error" title={lookBack.failure}>
        <TriangleAlert size={12} aria-hidden /> failed
      </span>
    );
  }
  if (missing.length > 0) {
    return (
      <span className="inline-flex items-center gap-1 text-warn" title={missing.join('\n')}>
        <EyeOff size={12} aria-hidden /> {on ? 'blind' : 'off, blind'}
      </span>
    );
  }
  return <span className={on ? 'text-text' : 'text-faint'}>{on ? 'on' : 'off'}</span>;
}

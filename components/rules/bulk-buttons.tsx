'use client';

import { formatCount, formatCounted } from '@/components/text';
import { Button } from '@/components/ui';
import type { RuleAnswer } from '@/lib/interface';
import { canTurn, type RuleChanges } from './use-rule-changes';

interface BulkButtonsProps {
  /** Those that were chosen; all that are shown where none was. */
  rules: readonly RuleAnswer[];
  chosen: boolean;
  changes: RuleChanges;
  onClear: () => void;
}

/** Turns many rules on or off at once, and says beforehand how many that would be. */
export function BulkButtons({ rules, chosen, changes, onClear }: BulkButtonsProps) {
  const on = rules.filter((rule) => canTurn(rule, true)).length;
  const off = rules.filter((rule) => canTurn(rule, false)).length;
  const which = chosen ? 'chosen' : 'shown';
  return (
    <>
      <span role="status" className="text-dim">
        {chosen ? `${formatCount(rules.length)} chosen` : formatCounted(rules.length, 'rule')}
        {chosen ? null : <span className="text-faint max-xl:hidden">, exact counts</span>}
      </span>
      {changes.allowed ? (
        <>
          {[
            { word: 'on', count: on, turnOn: true },
            { word: 'off', count: off, turnOn: false },
          ].map(({ word, count, turnOn }) => (
            <Button
              key={word}
              size="small"
              look="ghost"
              disabled={count === 0 || changes.busy}
              title={turnOn ? 'Each then looks through what is stored, too' : undefined}
              aria-label={`Turn ${word} the ${formatCounted(count, 'rule')} that are ${which}`}
              onClick={() => changes.turn(rules, turnOn)}
            >
              Turn {word} {formatCount(count)}
              {chosen ? '' : ' shown'}
            </Button>
          ))}
        </>
      ) : null}
      {chosen ? (
        <Button size="small" look="ghost" onClick={onClear}>
          Choose none
        </Button>
      ) : null}
    </>
  );
}

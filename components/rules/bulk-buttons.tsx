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

const TURNS = [
  { word: 'on', turnOn: true },
  { word: 'off', turnOn: false },
] as const;

/** Turns many rules on or off at once, and says beforehand how many that would be. */
export function BulkButtons({ rules, chosen, changes, onClear }: BulkButtonsProps) {
  const which = chosen ? 'chosen' : 'shown';
  return (
    <>
      <span role="status" className="text-dim">
        {chosen ? `${formatCount(rules.length)} chosen` : formatCounted(rules.length, 'rule')}
        {chosen ? null : <span className="text-faint max-xl:hidden">, exact counts</span>}
      </span>
      {changes.allowed
        ? TURNS.map(({ word, turnOn }) => {
            const count = rules.filter((rule) => canTurn(rule, turnOn)).length;
            return (
              <Button
                key={word}
                size="small"
                disabled={count === 0 || changes.busy}
                title={turnOn ? 'Each then looks through what is stored, too' : undefined}
                aria-label={`Turn ${word} the ${formatCounted(count, 'rule')} that are ${which}`}
                onClick={() => changes.turn(rules, turnOn)}
              >
                Turn {word} {formatCount(count)}
                {chosen ? '' : ' shown'}
              </Button>
            );
          })
        : null}
      {chosen ? (
        <Button size="small" look="ghost" onClick={onClear}>
          Choose none
        </Button>
      ) : null}
    </>
  );
}

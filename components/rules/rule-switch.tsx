'use client';

import { visibleLine } from '@/components/text';
import { classNames } from '@/components/ui';
import type { RuleAnswer } from '@/lib/interface';

interface RuleSwitchProps {
  rule: RuleAnswer;
  /** False for whoever may only read. */
  allowed: boolean;
  onTurn: (on: boolean) => void;
}

/** Whether a rule watches, and the switch for it; a rule that is refused has none to be moved. */
export function RuleSwitch({ rule, allowed, onTurn }: RuleSwitchProps) {
  const refused = rule.refusals.length > 0;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={rule.on}
      aria-label={`${rule.on ? 'On' : 'Off'}: ${visibleLine(rule.title)}`}
      title={titleOf(rule)}
      disabled={!allowed || (refused && !rule.on)}
      onClick={(event) => {
        event.stopPropagation();
        onTurn(!rule.on);
      }}
      className={classNames(
        'relative h-[18px] w-8 shrink-0 rounded-full border transition-colors disabled:opacity-40',
        rule.on ? 'border-accent bg-accent' : 'border-line-strong bg-raise',
      )}
    >
      <span
        aria-hidden
        className={classNames(
          'absolute top-[2px] size-3 rounded-full transition-[left]',
          rule.on ? 'left-[16px] bg-on-accent' : 'left-[2px] bg-faint',
        )}
      />
    </button>
  );
}

function titleOf({ on, refusals }: RuleAnswer): string {
  if (refusals.length > 0) return 'It cannot be run';
  return on ? 'Turn off' : 'Turn on, and look through what is stored';
}

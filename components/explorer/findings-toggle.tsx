'use client';

import { formatCount, formatCounted } from '@/components/text';
import { LevelGlyph } from '@/components/triage';
import { classNames, Tooltip } from '@/components/ui';
import type { FindingsAnswer } from '@/lib/interface';

interface FindingsToggleProps {
  answer: FindingsAnswer | undefined;
  shown: boolean;
  onToggle: () => void;
}

/** Shows and hides the findings on the lanes. */
export function FindingsToggle({ answer, shown, onToggle }: FindingsToggleProps) {
  if (answer === undefined || answer.total === 0) return null;
  const { total, findings } = answer;
  const worst = findings[0]?.level ?? 'informational';
  const some = findings.length < total ? `, of which the worst ${formatCount(findings.length)} are marked` : '';
  const label = `${formatCounted(total, 'finding')} in this time${some}: ${shown ? 'hide' : 'show'} them on the lanes`;
  return (
    <Tooltip label={label} side="top">
      <button
        type="button"
        aria-pressed={shown}
        aria-label={label}
        onClick={onToggle}
        className={classNames(
          'flex items-center gap-1 rounded px-1 text-2xs text-dim hover:bg-raise hover:text-text',
          !shown && 'text-faint line-through opacity-70',
        )}
      >
        <LevelGlyph level={worst} size={9} />
        {formatCount(total)}
      </button>
    </Tooltip>
  );
}

'use client';

import { Pin } from 'lucide-react';
import { formatCount, formatCounted } from '@/components/text';
import { LevelGlyph } from '@/components/triage';
import { classNames, Tooltip } from '@/components/ui';
import type { FindingsAnswer } from '@/lib/interface';

interface MarksToggleProps {
  findings: FindingsAnswer | undefined;
  /** How many events of the range hunts hold. */
  pins: number;
  shown: boolean;
  onToggle: () => void;
}

/** Shows and hides the findings and the pinned events on the lanes. */
export function MarksToggle({ findings: answer, pins, shown, onToggle }: MarksToggleProps) {
  const { total, findings } = answer ?? { total: 0, findings: [] };
  if (total + pins === 0) return null;
  const worst = findings[0]?.level ?? 'informational';
  const some = findings.length < total ? `, of which the worst ${formatCount(findings.length)} are marked` : '';
  const pinned = pins === 0 ? '' : `, ${formatCounted(pins, 'pinned event')}`;
  const label = `${formatCounted(total, 'finding')} in this time${some}${pinned}: ${shown ? 'hide' : 'show'} them on the lanes`;
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
        {total === 0 ? null : (
          <>
            <LevelGlyph level={worst} size={9} />
            {formatCount(total)}
          </>
        )}
        {pins === 0 ? null : (
          <>
            <Pin size={9} aria-hidden className="fill-current" />
            {formatCount(pins)}
          </>
        )}
      </button>
    </Tooltip>
  );
}

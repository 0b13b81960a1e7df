'use client';

import { TYPE_LABELS } from '@/components/explorer';
import { formatCounted } from '@/components/text';
import { classNames } from '@/components/ui';
import { LOG_TYPES } from '@/lib/events';
import type { ReadyHuntAnswer } from '@/lib/interface';
import { HuntRow, STEP_COLUMNS } from './hunt-row';

interface HuntListProps {
  hunts: readonly ReadyHuntAnswer[];
  open: string | null;
  onOpen: (name: string) => void;
}

/** The hunts by the type that they are mainly about. */
export function HuntList({ hunts, open, onOpen }: HuntListProps) {
  const groups = LOG_TYPES.map((type) => ({ type, own: hunts.filter((hunt) => hunt.type === type) }));
  return groups
    .filter(({ own }) => own.length > 0)
    .map(({ type, own }) => (
      <section key={type} aria-labelledby={`library-${type}`}>
        <header className="sticky top-0 z-10 flex h-8 items-center gap-2 border-b border-line bg-panel px-4">
          <span className="size-2 rounded-xs" style={{ background: TYPE_LABELS[type].color }} aria-hidden />
          <h2 id={`library-${type}`} className="font-semibold whitespace-nowrap">
            {TYPE_LABELS[type].label}
          </h2>
          <span className="text-xs whitespace-nowrap text-faint">{formatCounted(own.length, 'hunt')}</span>
          <span className="ml-auto text-2xs whitespace-nowrap text-faint @max-[640px]:hidden">
            found now, exact, by step
          </span>
          <span className={classNames('text-right text-2xs text-faint', STEP_COLUMNS)} aria-hidden>
            {[1, 2, 3, 4, 5].map((step) => (
              <span key={step}>{step}</span>
            ))}
          </span>
        </header>
        <ul>
          {own.map((hunt) => (
            <HuntRow key={hunt.name} hunt={hunt} open={hunt.name === open} onOpen={onOpen} />
          ))}
        </ul>
      </section>
    ));
}

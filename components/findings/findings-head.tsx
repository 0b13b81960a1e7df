'use client';

import type { ReactNode } from 'react';
import { minuteTime, type Zone } from '@/components/time';
import type { FindingsAnswer } from '@/lib/interface';

interface FindingsHeadProps {
  answer: FindingsAnswer | undefined;
  zone: Zone;
  /** What stands at the right. */
  children: ReactNode;
}

/** The title, and what was looked at. */
export function FindingsHead({ answer, zone, children }: FindingsHeadProps) {
  return (
    <header className="flex items-start gap-2 px-4 pt-4 pb-3">
      <div className="min-w-0 flex-1">
        <h1 className="text-lg font-semibold">Findings</h1>
        <p className="h-5 truncate text-dim">
          {answer === undefined ? null : <Freshness answer={answer} zone={zone} />}
        </p>
      </div>
      {children}
    </header>
  );
}

function Freshness({ answer, zone }: { answer: FindingsAnswer; zone: Zone }) {
  if (answer.behind) {
    return (
      <span className="inline-flex items-center gap-2">
        <span className="live-dot size-2 rounded-full bg-accent" aria-hidden />
        More data is being looked at: findings can still come, grow or go.
      </span>
    );
  }
  if (answer.detectedAt === null) return 'What is unusual in the logs, with the reason.';
  return `What is unusual in the logs, with the reason. All data was looked at ${minuteTime(answer.detectedAt, zone)}.`;
}

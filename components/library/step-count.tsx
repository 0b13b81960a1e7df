'use client';

import { formatCount, formatCounted } from '@/components/text';
import { classNames } from '@/components/ui';
import type { ReadyStepAnswer } from '@/lib/interface';
import { stepUnit, useStepCount } from './library-queries';

/** How much a step finds now. */
export function StepCount({ step }: { step: ReadyStepAnswer }) {
  const { data, error, isPending } = useStepCount(step);
  const label = (text: string) => `${step.title}: ${text}`;
  if (!step.canRun) return <Figure text="–" label={label('cannot be answered')} className="text-faint" />;
  if (error !== null) return <Figure text="!" label={label(error.message)} className="text-error" />;
  if (isPending) return <Figure text="…" label={label('being counted')} className="text-faint" />;
  return (
    <Figure
      text={formatCount(data)}
      label={label(formatCounted(data, stepUnit(step)))}
      className={data === 0 ? 'text-faint' : 'font-medium text-text'}
    />
  );
}

function Figure({ text, label, className }: { text: string; label: string; className: string }) {
  return (
    <span title={label} className={classNames('text-right', className)}>
      <span aria-hidden>{text}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

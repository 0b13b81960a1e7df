'use client';

import { formatCount } from '@/components/text';
import { classNames } from '@/components/ui';
import type { ReadyStepAnswer } from '@/lib/interface';
import { useRowCount } from './library-queries';

/** How many rows a step gives now. */
export function RowCount({ step }: { step: ReadyStepAnswer }) {
  const { data, error, isPending } = useRowCount(step.q, step.canRun);
  const label = (text: string) => `${step.title}: ${text}`;
  if (!step.canRun) return <Figure text="–" label={label('cannot be answered')} className="text-faint" />;
  if (error !== null) return <Figure text="!" label={label(error.message)} className="text-error" />;
  if (isPending) return <Figure text="…" label={label('being counted')} className="text-faint" />;
  const rows = `${formatCount(data)} ${data === 1 ? 'row' : 'rows'}`;
  return (
    <Figure
      text={formatCount(data)}
      label={label(rows)}
      className={data === 0 ? 'text-faint' : 'font-medium text-text'}
    />
  );
}

function Figure({ text, label, className }: { text: string; label: string; className: string }) {
  return (
    <span title={label} className={classNames('min-w-7 text-right', className)}>
      <span aria-hidden>{text}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

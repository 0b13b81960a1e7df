import { type AnswerValue, answerCellText, answerCellTitle } from '@/components/charts';
import type { Zone } from '@/components/time';
import { isLogType, severityFromWord } from '@/lib/events';
import type { ColumnAnswer } from '@/lib/interface';
import { SeverityMark } from './severity-mark';
import { TYPE_LABELS } from './type-labels';

interface AnswerCellProps {
  value: AnswerValue;
  column: ColumnAnswer;
  zone: Zone;
}

/** What stands in a cell of an answer. */
export function AnswerCell({ value, column, zone }: AnswerCellProps) {
  if (value === null) return <span className="text-faint">{answerCellText(value, column, zone)}</span>;
  if (column.kind === 'severity') return <SeverityMark severity={severityFromWord(String(value))} />;
  if (column.kind === 'type') return <TypeMark type={String(value)} />;
  return <span title={answerCellTitle(value, column)}>{answerCellText(value, column, zone)}</span>;
}

function TypeMark({ type }: { type: string }) {
  if (!isLogType(type)) return type;
  const { label, color } = TYPE_LABELS[type];
  return (
    <span className="inline-flex items-center gap-1.5 text-dim">
      <span className="size-2 shrink-0 rounded-xs" style={{ background: color }} />
      {label}
    </span>
  );
}

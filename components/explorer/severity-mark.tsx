import type { Severity } from '@/lib/events';
import { SEVERITY_LABELS } from './severity-labels';

/** A severity as a coloured mark with its word. */
export function SeverityMark({ severity }: { severity: Severity | null }) {
  if (severity === null) return <span className="text-faint">–</span>;
  const { word, color } = SEVERITY_LABELS[severity];
  const grave = severity === 'error' || severity === 'critical' || severity === 'warning';
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="h-3 w-[3px] shrink-0 rounded-full" style={{ background: color }} />
      <span className={grave ? 'text-text' : 'text-dim'}>{word}</span>
    </span>
  );
}

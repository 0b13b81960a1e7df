import { type FindingsAsked, type Triage, verdictsOf } from '@/components/triage';
import type { FindingAnswer, Verdict } from '@/lib/interface';
import type { ListRow } from './group-findings';

export interface FindingCursor {
  readonly move: (step: number) => void;
  readonly moveTo: (place: number) => void;
  /** Judges the open finding; the next one opens where it leaves the list. */
  readonly judge: (verdict: Verdict) => void;
  /** Takes the last verdict back, and opens what it was about. */
  readonly undo: () => void;
}

/** Goes through the findings in the order in which they are listed. */
export function findingCursor(
  rows: readonly ListRow[],
  open: FindingAnswer | null,
  asked: FindingsAsked,
  triage: Triage,
  openFinding: (id: string | null) => void,
): FindingCursor {
  const findings = rows.flatMap((row) => (row.kind === 'finding' ? [row.finding] : []));
  const here = findings.findIndex(({ id }) => id === open?.id);
  const moveTo = (target: number) => {
    const next = findings[Math.max(0, Math.min(findings.length - 1, target))];
    if (next !== undefined) openFinding(next.id);
  };
  return {
    moveTo,
    move: (step) => moveTo(here + step),
    judge: (verdict) => {
      if (open === null || !triage.allowed) return;
      triage.give(open, verdict);
      if (here >= 0 && !verdictsOf(asked).includes(verdict)) {
        openFinding((findings[here + 1] ?? findings[here - 1])?.id ?? null);
      }
    },
    undo: () => {
      const finding = triage.undo();
      if (finding !== null) openFinding(finding.id);
    },
  };
}

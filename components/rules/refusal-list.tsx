import { Ban } from 'lucide-react';
import { visibleText } from '@/components/text';
import type { RuleRefusal } from '@/lib/interface';

/** Why a rule cannot be run, each reason in a sentence; nothing for one that can. */
export function RefusalList({ refusals }: { refusals: readonly RuleRefusal[] }) {
  if (refusals.length === 0) return null;
  return (
    <ul aria-label="Why it is refused" className="grid gap-1 text-error">
      {refusals.map(({ kind, about, message }) => (
        <li key={`${kind} ${about} ${message}`} className="flex items-baseline gap-1.5">
          <Ban size={12} className="shrink-0 translate-y-px" aria-hidden />
          <span className="min-w-0 [overflow-wrap:anywhere]">{visibleText(message)}</span>
        </li>
      ))}
    </ul>
  );
}

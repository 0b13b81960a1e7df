import { EyeOff } from 'lucide-react';
import { visibleText } from '@/components/text';
import type { RuleDetail } from '@/lib/interface';

/** What the data lacks for a rule, so that finding nothing is not taken for safety. */
export function RuleLacks({ rule: { missing } }: { rule: RuleDetail }) {
  if (missing.length === 0) return null;
  return (
    <div role="note" className="flex items-baseline gap-2 rounded-lg bg-warn-soft px-3 py-2 text-warn">
      <EyeOff size={14} className="shrink-0 translate-y-0.5" aria-hidden />
      <div className="min-w-0">
        <p className="font-medium">It finds nothing here, whatever happened:</p>
        {missing.map((sentence) => (
          <p key={sentence} className="[overflow-wrap:anywhere]">
            {visibleText(sentence)}
          </p>
        ))}
      </div>
    </div>
  );
}

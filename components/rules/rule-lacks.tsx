import { Eye, EyeOff, type LucideIcon } from 'lucide-react';
import { visibleText } from '@/components/text';
import { classNames } from '@/components/ui';
import type { RuleDetail } from '@/lib/interface';

/** What the data lacks for a rule, so that finding nothing is not taken for safety. */
export function RuleLacks({ rule: { missing, limits } }: { rule: RuleDetail }) {
  if (missing.length > 0) {
    return (
      <Lacks
        icon={EyeOff}
        says="It finds nothing here, whatever happened:"
        sentences={missing}
        className="bg-warn-soft text-warn"
      />
    );
  }
  if (limits.length === 0) return null;
  return (
    <Lacks icon={Eye} says="It sees a part only:" sentences={limits} className="border border-line bg-panel text-dim" />
  );
}

interface LacksProps {
  icon: LucideIcon;
  says: string;
  sentences: readonly string[];
  className: string;
}

function Lacks({ icon: Icon, says, sentences, className }: LacksProps) {
  return (
    <div role="note" className={classNames('flex items-baseline gap-2 rounded-lg px-3 py-2', className)}>
      <Icon size={14} className="shrink-0 translate-y-0.5" aria-hidden />
      <div className="min-w-0">
        <p className="font-medium">{says}</p>
        {sentences.map((sentence) => (
          <p key={sentence} className="[overflow-wrap:anywhere]">
            {visibleText(sentence)}
          </p>
        ))}
      </div>
    </div>
  );
}

'use client';

import { formatCount, formatCounted, visibleLine, visibleText } from '@/components/text';
import type { ReadRulesAnswer } from '@/lib/interface';
import { groupReadRules } from './group-read-rules';
import { ReadRuleRow } from './read-rule-row';
import { ReportGroup } from './report-group';

/** What became of rules that were handed in: by outcome, by reason, and what could not be read at all. */
export function ReadReport({ answer: { rules, problems, passedOver } }: { answer: ReadRulesAnswer }) {
  const refused = rules.filter(({ refusals }) => refusals.length > 0).length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p role="status" className="pb-1">
        {formatCounted(rules.length, 'rule')} read, {refused === 0 ? 'none refused' : `${formatCount(refused)} refused`}
        {problems.length === 0 ? '' : `, ${formatCounted(problems.length, 'problem')}`}
        {passedOver === 0 ? '' : `; ${formatCounted(passedOver, 'other file')} passed over`}.{' '}
        {rules.length === 0 ? null : <span className="text-dim">New rules are off until you turn them on.</span>}
      </p>
      {groupReadRules(rules).map((group) => (
        <ReportGroup
          key={`${group.refused} ${group.title}`}
          title={group.refused ? `Refused, ${visibleLine(group.title)}` : group.title}
          count={formatCounted(group.rules.length, 'rule')}
          wrong={group.refused}
          rest="all in the list"
          items={group.rules}
          row={(rule) => <ReadRuleRow key={rule.id ?? `${rule.file} ${rule.line}`} rule={rule} />}
        />
      ))}
      {problems.length === 0 ? null : (
        <ReportGroup
          title="could not be read"
          count={formatCounted(problems.length, 'problem')}
          wrong
          rest="like these"
          items={problems}
          row={({ file, line, message }) => (
            <li key={`${file} ${line} ${message}`} className="grid px-3 py-0.5 [overflow-wrap:anywhere]">
              <span className="font-mono text-xs text-faint">
                {visibleLine(file ?? 'the text')}
                {line === null ? '' : `:${line}`}
              </span>
              {visibleText(message)}
            </li>
          )}
        />
      )}
    </div>
  );
}

'use client';

import { visibleLine, visibleText } from '@/components/text';
import { classNames } from '@/components/ui';
import type { ReadRule, ReadRulesAnswer } from '@/lib/interface';
import { HighlightedQuery } from './highlighted-query';
import { RefusalList } from './refusal-list';

interface CheckedRulesProps {
  answer: ReadRulesAnswer | undefined;
  error: Error | null;
  /** The answer is about an older text. */
  stale: boolean;
}

/** Of a text that holds more, what the others become is only told once they are added. */
const SHOWN = 20;

/** What each rule of a text would become, or why it would not. */
export function CheckedRules({ answer, error, stale }: CheckedRulesProps) {
  if (error !== null) {
    return (
      <p role="alert" className="text-error">
        It could not be checked: {error.message}
      </p>
    );
  }
  if (answer === undefined) return <p className="text-faint">Its query stands here as you write.</p>;
  const more = answer.rules.length - SHOWN;
  return (
    <div
      role="status"
      aria-label="What it becomes"
      className={classNames('grid grid-cols-[minmax(0,1fr)] content-start gap-3', stale && 'opacity-50')}
    >
      {answer.problems.map(({ line, message }) => (
        <p key={`${line} ${message}`} className="text-error [overflow-wrap:anywhere]">
          {line === null ? '' : `Line ${line}: `}
          {visibleText(message)}
        </p>
      ))}
      {answer.rules.slice(0, SHOWN).map((rule) => (
        <CheckedRule key={`${rule.line} ${rule.title}`} rule={rule} />
      ))}
      {more > 0 ? <p className="text-faint">and {more} more</p> : null}
      {answer.rules.length === 0 && answer.problems.length === 0 ? <p className="text-dim">It holds no rule.</p> : null}
    </div>
  );
}

function CheckedRule({ rule }: { rule: ReadRule }) {
  return (
    <section aria-label={visibleLine(rule.title)} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <h3 className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-medium">{visibleLine(rule.title)}</span>
        <span className="shrink-0 text-xs text-faint">
          {rule.kind === 'rule' ? '' : `${rule.kind}, `}line {rule.line}
        </span>
      </h3>
      {rule.q === null ? null : <HighlightedQuery q={rule.q} label={`Query of ${visibleLine(rule.title)}`} />}
      {rule.words === null ? null : <p className="text-dim [overflow-wrap:anywhere]">{visibleText(rule.words)}</p>}
      <RefusalList refusals={rule.refusals} />
    </section>
  );
}

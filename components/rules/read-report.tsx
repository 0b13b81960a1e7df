'use client';

import Link from 'next/link';
import { formatCount, formatCounted, visibleLine, visibleText } from '@/components/text';
import type { ReadRule, ReadRulesAnswer } from '@/lib/interface';
import { groupReadRules, type ReadGroup } from './group-read-rules';
import { pageOfRule } from './rules-queries';

const ROWS_MAX = 200;

/** What became of rules that were handed in: by outcome, by reason, and what could not be read at all. */
export function ReadReport({ answer }: { answer: ReadRulesAnswer }) {
  const groups = groupReadRules(answer.rules);
  const refused = answer.rules.filter(({ refusals }) => refusals.length > 0).length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p role="status">
        {formatCounted(answer.rules.length, 'rule')} read,{' '}
        {refused === 0 ? 'none refused' : `${formatCount(refused)} refused`}
        {answer.problems.length === 0 ? '' : `, ${formatCounted(answer.problems.length, 'problem')}`}
        {answer.passedOver === 0 ? '' : `; ${formatCounted(answer.passedOver, 'other file')} passed over`}.{' '}
        <span className="text-dim">New rules are off until you turn them on.</span>
      </p>
      {answer.problems.length === 0 ? null : (
        <section aria-label="Problems" className="grid gap-1">
          <h3 className="text-xs font-semibold text-error">Could not be read</h3>
          <ul className="grid gap-0.5">
            {answer.problems.slice(0, ROWS_MAX).map(({ file, line, message }) => (
              <li key={`${file} ${line} ${message}`} className="[overflow-wrap:anywhere]">
                <span className="font-mono text-xs text-dim">
                  {visibleLine(file ?? 'the text')}
                  {line === null ? '' : `:${line}`}
                </span>{' '}
                {visibleText(message)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map((group) => (
        <Group key={`${group.refused} ${group.title}`} group={group} />
      ))}
    </div>
  );
}

function Group({ group: { title, refused, rules } }: { group: ReadGroup }) {
  const name = refused ? `Refused, ${title}` : title;
  const more = rules.length - ROWS_MAX;
  return (
    <details open={rules.length <= 12} className="rounded-md border">
      <summary className="flex cursor-default items-baseline gap-2 px-3 py-1.5">
        <span className={refused ? 'text-error' : 'font-medium'}>
          <span className="inline-block first-letter:uppercase">{visibleLine(name)}</span>
        </span>
        <span className="text-xs text-faint">{formatCounted(rules.length, 'rule')}</span>
      </summary>
      <ul aria-label={visibleLine(name)} className="grid border-t py-1">
        {rules.slice(0, ROWS_MAX).map((rule) => (
          <Row key={rule.id ?? `${rule.file} ${rule.line}`} rule={rule} />
        ))}
        {more > 0 ? <li className="px-3 py-0.5 text-faint">and {formatCount(more)} more, all in the list</li> : null}
      </ul>
    </details>
  );
}

function Row({ rule }: { rule: ReadRule }) {
  const title = visibleLine(rule.title) || '(no title)';
  return (
    <li className="grid px-3 py-0.5">
      <span className="flex min-w-0 items-baseline gap-2">
        {rule.id === null ? (
          <span className="truncate">{title}</span>
        ) : (
          <Link href={pageOfRule(rule.id)} className="truncate text-accent hover:underline">
            {title}
          </Link>
        )}
        <span className="min-w-0 truncate font-mono text-2xs text-faint">
          {rule.file === null ? '' : visibleLine(rule.file)}
        </span>
      </span>
      {rule.refusals.map(({ message }) => (
        <span key={message} className="text-xs text-dim [overflow-wrap:anywhere]">
          {visibleText(message)}
        </span>
      ))}
    </li>
  );
}

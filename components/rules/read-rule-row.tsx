'use client';

import Link from 'next/link';
import { visibleLine, visibleText } from '@/components/text';
import type { ReadRule } from '@/lib/interface';
import { pageOfRule } from './rules-queries';

/** A rule that was handed in, with the way to its page and why it cannot be run. */
export function ReadRuleRow({ rule }: { rule: ReadRule }) {
  const title = visibleLine(rule.title) || '(no title)';
  return (
    <li className="grid px-3 py-0.5">
      <span className="flex min-w-0 items-baseline gap-2">
        {rule.id === null ? (
          <span className="truncate">{title}</span>
        ) : (
          <Link href={pageOfRule(rule.id)} prefetch={false} className="truncate text-accent hover:underline">
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

'use client';

import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { visibleText } from '@/components/text';
import { CopyButton, linkButton } from '@/components/ui';
import type { RuleDetail } from '@/lib/interface';
import { HighlightedQuery } from './highlighted-query';
import { eventsOfQuery, queryOfRule } from './rule-links';
import { RuleSection } from './rule-section';

/** What a rule looks for: its query, in words, and the way to its events. */
export function RuleQuery({ rule }: { rule: RuleDetail }) {
  const { q, words } = rule;
  const whole = queryOfRule(rule);
  if (q === null && words === null) return null;
  return (
    <RuleSection
      title="What it looks for"
      tools={
        whole === null ? null : (
          <>
            <CopyButton label="Copy the query" text={() => whole} />
            <Link href={eventsOfQuery(rule, whole)} className={linkButton('plain', 'small')}>
              Open in the explorer <ArrowRight size={13} aria-hidden />
            </Link>
          </>
        )
      }
    >
      {q === null ? null : <HighlightedQuery q={q} label="Query" />}
      {words === null ? null : <p className="text-dim [overflow-wrap:anywhere]">{visibleText(words)}</p>}
      {q === null && rule.kind === 'rule' ? (
        <p className="text-faint">Its query is too long to be opened in the explorer.</p>
      ) : null}
    </RuleSection>
  );
}

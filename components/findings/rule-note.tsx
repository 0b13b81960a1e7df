'use client';

import Link from 'next/link';
import { useMay } from '@/components/access';
import { leaveOutLink, pageOfRule, useRule } from '@/components/rules';
import { visibleLine, visibleText } from '@/components/text';
import { linkButton } from '@/components/ui';
import type { FindingAnswer } from '@/lib/interface';

interface RuleNoteProps {
  finding: FindingAnswer;
  /** The id of the rule that found it. */
  rule: string;
}

const ABOUT_MAX = 2000;

/** The rule that found it, what it looks for, and the way to leave such events out. */
export function RuleNote({ finding, rule: id }: RuleNoteProps) {
  const rule = useRule(id);
  const mayChange = useMay('hunt');
  const page = pageOfRule(id);
  return (
    <div className="grid gap-2 text-dim [overflow-wrap:anywhere]">
      <p>
        <Link href={page} className="font-medium text-accent hover:underline">
          {visibleLine(finding.detectorTitle)}
        </Link>
      </p>
      {rule.isError ? <p className="text-error">{rule.error.message}</p> : null}
      {rule.data === undefined ? null : (
        <>
          <p>{visibleText(rule.data.about.slice(0, ABOUT_MAX))}</p>
          {rule.data.falsePositives.length === 0 ? null : (
            <p>
              <span className="font-medium text-text">When it is harmless.</span>{' '}
              {visibleText(rule.data.falsePositives.join(' ').slice(0, ABOUT_MAX))}
            </p>
          )}
        </>
      )}
      {mayChange && rule.data?.kind === 'rule' ? (
        <p>
          <Link href={leaveOutLink(page, finding.subject)} className={linkButton('plain', 'small')}>
            Leave such events out
          </Link>
        </p>
      ) : null}
    </div>
  );
}

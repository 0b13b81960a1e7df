'use client';

import type { ReactNode } from 'react';
import { ruleOfFinding } from '@/components/rules';
import { formatCount, visibleText } from '@/components/text';
import { fullTime, minuteTime, spanLength, type Zone } from '@/components/time';
import { figureText, historyText, lengthOfFinding } from '@/components/triage';
import { CopyButton } from '@/components/ui';
import type { FindingAnswer } from '@/lib/interface';
import { Part } from './part';

const QUERY_MAX = 4000;

/** The figures behind a finding, each with what it is. */
export function FindingFigures({ finding, zone }: { finding: FindingAnswer; zone: Zone }) {
  const { observed, expected, unit, events, techniques, query } = finding;
  return (
    <>
      <Part title="Figures">
        <dl className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-3 gap-y-1">
          <Figure name="Observed">{figureText(observed, unit)}</Figure>
          {ruleOfFinding(finding) === null ? (
            <Figure name="Expected">
              {expected === null ? 'none' : figureText(expected, unit)}{' '}
              <span className="text-faint">{historyText(finding)}</span>
            </Figure>
          ) : null}
          <Figure name="Events">
            {formatCount(events)} <span className="text-faint">exact, counted when it was found</span>
          </Figure>
          <Figure name="From">{fullTime(finding.from, zone)}</Figure>
          <Figure name="To">
            {fullTime(finding.to, zone)}
            <span className="text-faint"> · {spanLength(lengthOfFinding(finding))}</span>
          </Figure>
          {techniques.length === 0 ? null : <Figure name="ATT&CK">{techniques.join(', ')}</Figure>}
          <Figure name="Found">
            {minuteTime(finding.foundAt, zone)}
            {finding.changedAt === null ? null : (
              <span className="text-faint"> · changed by more data {minuteTime(finding.changedAt, zone)}</span>
            )}
          </Figure>
        </dl>
      </Part>
      <Part title="Query">
        <div className="flex items-start gap-2">
          <code className="max-h-32 min-w-0 flex-1 overflow-y-auto rounded-md border bg-bg px-2 py-1 font-mono text-xs [overflow-wrap:anywhere]">
            {visibleText(query.slice(0, QUERY_MAX)) || 'everything'}
          </code>
          <CopyButton label="Copy" text={() => query} />
        </div>
      </Part>
    </>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

'use client';

import Link from 'next/link';
import { TYPE_LABELS } from '@/components/explorer';
import { formatCount, visibleLine } from '@/components/text';
import { clockTime, dayOf, fullTime, useZone } from '@/components/time';
import { ALL_FINDINGS, LevelMark, pageOfFinding, useFindings } from '@/components/triage';
import type { FindingAnswer, FindingsAnswer } from '@/lib/interface';
import { SectionTitle } from './stands-out';

const SHOWN = 5;
const TITLE_MAX = 200;

/** The worst of what the detectors found and nobody judged benign. */
export function WorstFindings() {
  const answer = useFindings({ ...ALL_FINDINGS, limit: SHOWN });
  return (
    <section aria-label="Findings" className="min-w-0">
      <SectionTitle title="Findings">
        <Link href="/findings" className="text-accent hover:underline">
          {answer.data === undefined ? 'All' : `All ${formatCount(answer.data.total)}`}
        </Link>
      </SectionTitle>
      {answer.isError && answer.data === undefined ? <p className="text-error">{answer.error.message}</p> : null}
      {answer.data === undefined ? <div className="h-28" /> : <Worst answer={answer.data} />}
    </section>
  );
}

function Worst({ answer }: { answer: FindingsAnswer }) {
  if (answer.findings.length === 0) return <p className="text-dim">{instead(answer)}</p>;
  return (
    <ul>
      {answer.findings.map((finding) => (
        <Row key={finding.id} finding={finding} />
      ))}
    </ul>
  );
}

function Row({ finding }: { finding: FindingAnswer }) {
  const [zone] = useZone();
  const { label, color } = TYPE_LABELS[finding.type];
  const title = visibleLine(finding.title.slice(0, TITLE_MAX));
  return (
    <li>
      <Link
        href={pageOfFinding(finding)}
        className="-mx-1.5 flex h-7 items-center gap-3 rounded px-1.5 hover:bg-raise"
        title={visibleLine(finding.reason.slice(0, TITLE_MAX))}
      >
        <LevelMark level={finding.level} className="w-[68px] shrink-0 text-xs" />
        <span className="size-2 shrink-0 rounded-xs" style={{ background: color }} role="img" aria-label={label} />
        <span className="min-w-0 flex-1 truncate">{title}</span>
        <span className="shrink-0 text-xs text-faint" title={fullTime(finding.from, zone)}>
          {dayOf(finding.from, zone)} {clockTime(finding.from, zone).slice(0, 5)}
        </span>
      </Link>
    </li>
  );
}

function instead({ hidden, behind }: FindingsAnswer): string {
  if (hidden > 0) return `All ${formatCount(hidden)} were judged benign.`;
  return behind ? 'The data is being looked at.' : 'Nothing unusual was found.';
}

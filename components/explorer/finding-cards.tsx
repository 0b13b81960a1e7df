'use client';

import Link from 'next/link';
import { formatCounted, visibleLine, visibleText } from '@/components/text';
import { fullTime, spanLength, useZone } from '@/components/time';
import {
  eventsOfFinding,
  LevelMark,
  lengthOfFinding,
  pageOfFinding,
  type Triage,
  VerdictButtons,
  VerdictMark,
} from '@/components/triage';
import { linkButton } from '@/components/ui';
import type { FindingAnswer } from '@/lib/interface';

interface FindingCardsProps {
  /** The worst first. */
  findings: readonly FindingAnswer[];
  triage: Triage;
  /** A link was followed, which may lead to the same page. */
  onLeave: () => void;
}

const CARDS = 20;
const TITLE_MAX = 300;
const REASON_MAX = 500;

/** What a mark stands for: each finding with its reason, its events, and the verdicts. */
export function FindingCards({ findings, triage, onLeave }: FindingCardsProps) {
  const more = findings.length - CARDS;
  return (
    <ul className="max-h-[420px] divide-y overflow-y-auto">
      {findings.slice(0, CARDS).map((finding) => (
        <Card key={finding.id} finding={finding} triage={triage} onLeave={onLeave} />
      ))}
      {more <= 0 ? null : (
        <li className="px-3 py-2 text-dim">
          {formatCounted(more, 'finding')} more begin here:{' '}
          <Link href="/findings" className="text-accent hover:underline">
            all findings
          </Link>
        </li>
      )}
    </ul>
  );
}

interface CardProps extends Omit<FindingCardsProps, 'findings'> {
  finding: FindingAnswer;
}

function Card({ finding, triage, onLeave }: CardProps) {
  const [zone] = useZone();
  const title = visibleLine(finding.title.slice(0, TITLE_MAX)) || '(no title)';
  return (
    <li className="grid gap-2 p-3">
      <div>
        <p className="mb-1 flex items-center gap-3 text-xs text-faint">
          <LevelMark level={finding.level} />
          {fullTime(finding.from, zone)} · {spanLength(lengthOfFinding(finding))}
        </p>
        <Link
          href={pageOfFinding(finding)}
          title="All that is known of it"
          className="line-clamp-3 font-semibold [overflow-wrap:anywhere] hover:underline"
        >
          {title}
        </Link>
        <p className="mt-0.5 line-clamp-5 text-dim [overflow-wrap:anywhere]">
          {visibleText(finding.reason.slice(0, REASON_MAX))}
        </p>
      </div>
      {triage.allowed ? (
        <VerdictButtons
          title={title}
          verdict={finding.verdict}
          onVerdict={(verdict) => triage.give(finding, verdict)}
        />
      ) : (
        <VerdictMark verdict={finding.verdict} />
      )}
      <Link href={eventsOfFinding(finding)} onClick={onLeave} className={linkButton('plain', 'small')}>
        Show its {formatCounted(finding.events, 'event')}
      </Link>
    </li>
  );
}

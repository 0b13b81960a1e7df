// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are placed one by one, which rows of a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
'use client';

import { MessageSquareText } from 'lucide-react';
import Link from 'next/link';
import { memo } from 'react';
import { TYPE_LABELS } from '@/components/explorer';
import { ruleOfFinding } from '@/components/rules';
import { formatCounted, visibleLine } from '@/components/text';
import { clockTime, dayOf, type Zone } from '@/components/time';
import {
  ConfidenceMark,
  eventsOfFinding,
  figureText,
  LevelMark,
  lastedWords,
  techniquesShown,
  VerdictMark,
} from '@/components/triage';
import { classNames } from '@/components/ui';
import type { FindingAnswer } from '@/lib/interface';

export const ROW_HEIGHT = 52;
/** Longer than any row is wide. */
const TEXT_MAX = 400;
/** Characters that its column holds. */
const TECHNIQUES_ROOM = 12;

interface FindingRowProps {
  finding: FindingAnswer;
  index: number;
  top: number;
  zone: Zone;
  /** Whether the year stands with the day. */
  years: boolean;
  open: boolean;
  onOpen: (id: string) => void;
}

/** A finding in two lines: what and why, when, against what, and its events. */
export const FindingRow = memo(function FindingRow(props: FindingRowProps) {
  const { finding, index, top, zone, years, open, onOpen } = props;
  const { color, label } = TYPE_LABELS[finding.type];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the whole list, which has the focus
    <div
      role="row"
      id={rowId(finding.id)}
      aria-rowindex={index + 1}
      aria-selected={open}
      onClick={() => {
        if (window.getSelection()?.isCollapsed !== false) onOpen(finding.id);
      }}
      className={classNames(
        'absolute left-0 grid w-full cursor-default grid-cols-(--columns) items-center border-b border-line/60 pr-4 hover:bg-hover',
        open && 'bg-raise shadow-[inset_2px_0_var(--accent)] hover:bg-raise',
      )}
      style={{ height: ROW_HEIGHT, transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className="grid gap-0.5 pl-4">
        <LevelMark level={finding.level} />
        <span className="text-xs text-faint">
          <ConfidenceMark confidence={finding.confidence} />
        </span>
      </div>
      <Said finding={finding} />
      <div role="gridcell" className="grid min-w-0 gap-0.5 px-2 @min-[700px]:px-3">
        <span className="inline-flex items-center gap-1.5 truncate text-dim">
          <span className="size-2 shrink-0 rounded-xs" style={{ background: color }} />
          {label}
        </span>
        <span className="truncate font-mono text-xs text-faint" title={finding.techniques.join(' ')}>
          {techniquesShown(finding.techniques, TECHNIQUES_ROOM)}
        </span>
      </div>
      <div
        role="gridcell"
        className="grid min-w-0 gap-0.5 px-2 @min-[700px]:px-3 whitespace-nowrap @max-[820px]:hidden"
      >
        <span>
          {dayOf(finding.from, zone, years)} {clockTime(finding.from, zone).slice(0, 8)}
        </span>
        <span className="text-xs text-faint">{lastedWords(finding)}</span>
      </div>
      <div role="gridcell" className="grid min-w-0 gap-0.5 px-2 @min-[700px]:px-3 text-right @max-[700px]:hidden">
        <span>{figureText(finding.observed, finding.unit)}</span>
        <span className="truncate text-xs text-faint">{expectedText(finding)}</span>
      </div>
      <div role="gridcell" className="text-right">
        <Link
          href={eventsOfFinding(finding)}
          aria-label={`Show the ${formatCounted(finding.events, 'event')} of ${visibleLine(finding.title)}`}
          onClick={(event) => event.stopPropagation()}
          className="-mr-1.5 rounded px-1.5 py-1 whitespace-nowrap text-accent hover:underline"
        >
          {formatCounted(finding.events, 'event')}
        </Link>
      </div>
    </div>
  );
});

function Said({ finding }: { finding: FindingAnswer }) {
  return (
    <div role="gridcell" className="grid min-w-0 gap-0.5 px-2 @min-[700px]:px-3">
      <span className="flex min-w-0 items-center gap-2.5">
        <span className="min-w-0 truncate font-medium">
          {visibleLine(finding.title.slice(0, TEXT_MAX)) || '(no title)'}
        </span>
        {finding.verdict === 'open' ? null : <VerdictMark verdict={finding.verdict} />}
        {finding.note === '' ? null : (
          <span className="shrink-0 text-faint" title="It has a note">
            <MessageSquareText size={13} role="img" aria-label="It has a note" />
          </span>
        )}
      </span>
      <span className="truncate text-xs text-dim">{visibleLine(finding.reason.slice(0, TEXT_MAX))}</span>
    </div>
  );
}

/** What it was held against; a rule holds events against nothing but itself. */
function expectedText(finding: FindingAnswer): string {
  if (ruleOfFinding(finding) !== null) return 'by a rule';
  return finding.expected === null ? 'none expected' : `expected ${figureText(finding.expected, finding.unit)}`;
}

export function rowId(id: string): string {
  return `finding-${id}`;
}

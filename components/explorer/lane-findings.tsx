'use client';

import { type ComponentProps, useMemo, useRef, useState } from 'react';
import { formatCounted, visibleLine } from '@/components/text';
import { LEVEL_WORDS, LevelGlyph, type Triage } from '@/components/triage';
import { classNames, Popover, Tooltip, useSize } from '@/components/ui';
import type { LogType } from '@/lib/events';
import type { FindingAnswer } from '@/lib/interface';
import { clusterFindings, type FindingMark } from './cluster-findings';
import { FindingCards } from './finding-cards';
import { moveAmongMarks } from './move-among-marks';
import type { Moments } from './range-moves';
import { TYPE_LABELS } from './type-labels';

interface LaneFindingsProps {
  type: LogType;
  /** Of this lane, not only of the range shown. */
  findings: readonly FindingAnswer[];
  range: Moments;
  /** Where the lane is drawn, in pixels. */
  top: number;
  height: number;
  triage: Triage;
}

/** Marks that begin closer than this would cover each other. */
const GAP_PIXELS = 15;

/** The marks of a lane's findings. They lie above the brush and take only what is pointed at them. */
export function LaneFindings({ type, findings, range, top, height, triage }: LaneFindingsProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useSize(ref);
  const marks = useMemo(
    () => (width === 0 ? [] : clusterFindings(findings, range, GAP_PIXELS / width)),
    [findings, range, width],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn
    <div
      ref={ref}
      role="group"
      aria-label={`Findings in ${TYPE_LABELS[type].label}: arrow keys go from one to the next`}
      className="pointer-events-none absolute inset-x-0"
      style={{ top, height }}
      onKeyDown={moveAmongMarks}
    >
      {marks.map((mark, place) => (
        <Mark key={mark.findings[0]?.id} mark={mark} reached={place === 0} triage={triage} />
      ))}
    </div>
  );
}

interface MarkProps {
  mark: FindingMark;
  /** Whether Tab comes to it; the arrow keys come to the others. */
  reached: boolean;
  triage: Triage;
}

function Mark({ mark, reached, triage }: MarkProps) {
  const [open, setOpen] = useState(false);
  const { findings, at, from, to } = mark;
  return (
    <span className="group/mark contents">
      <Popover
        label={labelOf(mark)}
        open={open}
        onOpenChange={setOpen}
        align="center"
        focusFirst={false}
        className="w-[380px] p-0"
        trigger={<MarkButton mark={mark} tabIndex={reached ? 0 : -1} style={{ left: `${at * 100}%` }} />}
      >
        <FindingCards findings={findings} triage={triage} onLeave={() => setOpen(false)} />
      </Popover>
      <span
        aria-hidden
        className={classNames(
          'absolute inset-y-0 min-w-0.5 rounded-sm bg-text/10 opacity-0 group-hover/mark:opacity-100 group-has-focus-visible/mark:opacity-100',
          open && 'opacity-100',
        )}
        style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
      />
    </span>
  );
}

function MarkButton({ mark, ...rest }: { mark: FindingMark } & ComponentProps<'button'>) {
  const { findings, level } = mark;
  const [worst] = findings;
  const label = labelOf(mark);
  return (
    <Tooltip
      side="top"
      label={
        <span className="grid gap-0.5 [overflow-wrap:anywhere]">
          <span className="font-medium">{label}</span>
          <span className="line-clamp-4 text-dim">{visibleLine(worst?.reason.slice(0, REASON_MAX) ?? '')}</span>
        </span>
      }
    >
      <button
        type="button"
        data-lane-mark
        aria-label={label}
        className="pointer-events-auto absolute top-0 z-20 flex h-4 min-w-4 -translate-x-1/2 items-center justify-center rounded bg-panel/75 hover:z-30 hover:bg-raise focus-visible:z-30"
        {...rest}
      >
        <LevelGlyph level={level} size={findings.length === 1 ? 11 : 10} />
        {findings.length === 1 ? null : (
          <span className="pr-0.5 pl-px text-[10px] leading-none font-semibold text-text">{findings.length}</span>
        )}
      </button>
    </Tooltip>
  );
}

const TITLE_MAX = 200;
const REASON_MAX = 400;

function labelOf({ findings, level }: FindingMark): string {
  const title = visibleLine(findings[0]?.title.slice(0, TITLE_MAX) ?? '');
  if (findings.length === 1) return `${LEVEL_WORDS[level]}: ${title}`;
  return `${formatCounted(findings.length, 'finding')}, the worst ${LEVEL_WORDS[level]}: ${title}`;
}

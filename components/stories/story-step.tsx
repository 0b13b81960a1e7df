'use client';

import { ArrowRight, NotebookPen } from 'lucide-react';
import Link from 'next/link';
import { TYPE_LABELS } from '@/components/explorer';
import { formatCounted, visibleLine, visibleText } from '@/components/text';
import { clockTime, dayOf, fullTime, spanLength, type Zone } from '@/components/time';
import {
  ConfidenceMark,
  eventsOfFinding,
  LevelMark,
  lastedWords,
  pageOfFinding,
  type Triage,
  VerdictButtons,
  VerdictMark,
} from '@/components/triage';
import { Button, classNames, linkButton } from '@/components/ui';
import type { StoryDetail, Verdict } from '@/lib/interface';
import { ActorText } from './actor-text';

type Step = StoryDetail['steps'][number];

interface StoryStepProps {
  step: Step;
  /** The one that is told before; null for the first. */
  before: Step | null;
  place: number;
  zone: Zone;
  open: boolean;
  triage: Triage;
  onOpen: () => void;
  onJudge: (verdict: Verdict) => void;
  /** Null for whoever may not. */
  onAddToHunt: (() => void) | null;
}

const TITLE_MAX = 600;
const REASON_MAX = 2000;
const GAP_MIN_MS = 60_000;

/** A step of a story: when, under which tactic, what was found and why, and what ties it in; opened, what can be done. */
export function StoryStep(props: StoryStepProps) {
  const { step, before, place, zone, open, onOpen } = props;
  const { finding, tactic } = step;
  const gap = before === null ? 0 : Date.parse(finding.from) - Date.parse(before.finding.from);
  const isNewDay = before === null || dayOf(before.finding.from, zone) !== dayOf(finding.from, zone);
  return (
    <li id={stepId(place)} aria-current={open ? 'step' : undefined} className="scroll-my-6">
      {gap >= GAP_MIN_MS ? (
        <p className="grid grid-cols-[var(--when)_20px_1fr] text-2xs text-faint">
          <span />
          <span className="mx-auto h-full border-l border-dashed border-line-strong" />
          <span className="py-1 pl-2">{spanLength(gap)} later</span>
        </p>
      ) : null}
      <div
        className={classNames(
          'grid grid-cols-[var(--when)_20px_minmax(0,1fr)] rounded-lg',
          open ? 'bg-panel shadow-[inset_0_0_0_1px_var(--line-strong)]' : 'hover:bg-hover',
        )}
      >
        <div className="grid content-start py-2.5 pl-3 text-xs" title={fullTime(finding.from, zone)}>
          <span className="tabular-nums">
            {isNewDay ? <span className="text-faint">{dayOf(finding.from, zone)} </span> : null}
            {clockTime(finding.from, zone).slice(0, 5)}
          </span>
          <span className="text-faint">{tactic ?? 'a fault'}</span>
        </div>
        <Rail step={step} />
        <div className="min-w-0 py-2 pr-3 pl-2">
          <button type="button" onClick={onOpen} aria-expanded={open} className="block w-full rounded text-left">
            <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5">
              <LevelMark level={finding.level} className="text-xs" />
              <span className="min-w-0 font-medium [overflow-wrap:anywhere]">
                {visibleLine(finding.title.slice(0, TITLE_MAX)) || '(no title)'}
              </span>
              {finding.verdict === 'open' ? null : <VerdictMark verdict={finding.verdict} />}
            </span>
            <span
              className={classNames('mt-0.5 block text-xs text-dim [overflow-wrap:anywhere]', !open && 'line-clamp-2')}
            >
              {visibleText(finding.reason.slice(0, REASON_MAX))}
            </span>
          </button>
          <p className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
            {step.through.length === 0 ? <span className="text-faint">happened during it</span> : null}
            {step.through.map((actor) => (
              <ActorText key={`${actor.kind} ${actor.value}`} actor={actor} />
            ))}
          </p>
          {open ? <Opened {...props} /> : null}
        </div>
      </div>
    </li>
  );
}

function Rail({ step: { finding } }: { step: Step }) {
  const { label, color } = TYPE_LABELS[finding.type];
  return (
    <span className="relative flex justify-center">
      <span className="absolute inset-y-0 border-l border-line-strong" />
      <span
        role="img"
        aria-label={label}
        title={label}
        className="relative mt-3.5 size-2.5 rounded-full ring-3 ring-bg"
        style={{ background: color }}
      />
    </span>
  );
}

function Opened({ step: { finding }, triage, onJudge, onAddToHunt }: StoryStepProps) {
  const title = visibleLine(finding.title.slice(0, TITLE_MAX));
  return (
    <div className="mt-2.5 grid gap-2.5 border-t border-line pt-2.5 pb-1">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-dim">
        <span>{TYPE_LABELS[finding.type].label}</span>
        <ConfidenceMark confidence={finding.confidence} />
        <span>{lastedWords(finding)}</span>
        <span className="font-mono">{finding.techniques.join(' ')}</span>
        <Link href={pageOfFinding(finding)} className="text-accent hover:underline">
          {visibleLine(finding.detectorTitle)}
        </Link>
      </p>
      <div className="flex flex-wrap gap-2">
        <Link href={eventsOfFinding(finding)} className={linkButton('primary', 'small')}>
          Open its {formatCounted(finding.events, 'event')} <ArrowRight size={14} aria-hidden />
        </Link>
        {onAddToHunt === null ? null : (
          <Button size="small" title="Add it to a hunt (h)" onClick={onAddToHunt}>
            <NotebookPen size={13} aria-hidden /> Add to a hunt
          </Button>
        )}
        {triage.allowed ? (
          <div className="ml-auto w-[320px] max-w-full">
            <VerdictButtons title={title} verdict={finding.verdict} onVerdict={onJudge} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

export function stepId(place: number): string {
  return `step-${place}`;
}

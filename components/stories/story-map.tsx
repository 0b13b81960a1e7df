'use client';

import { TYPE_LABELS } from '@/components/explorer';
import { visibleLine } from '@/components/text';
import { minuteTime, timeTicks, type Zone } from '@/components/time';
import { LevelGlyph } from '@/components/triage';
import { classNames } from '@/components/ui';
import { LOG_TYPES, type LogType } from '@/lib/events';
import type { StoryDetail } from '@/lib/interface';
import { type Mark, stackMarks } from './stack-marks';

type Step = StoryDetail['steps'][number];

interface StoryMapProps {
  story: StoryDetail;
  zone: Zone;
  /** The place of the step that is open. */
  open: number | null;
  onOpen: (place: number) => void;
}

const TICKS = 8;
const ROWS_MAX = 4;
const ROW_HEIGHT = 15;
/** The room of a glyph, in hundredths of the width. */
const GLYPH = 1.8;
/** So that the last glyph does not stick out. */
const USED = 98;

/** The steps of a story as marks on the five lanes: where it began, how it spread. */
export function StoryMap({ story, zone, open, onOpen }: StoryMapProps) {
  const from = Date.parse(story.from);
  const length = Math.max(1, Date.parse(story.to) - from);
  const share = (time: number) => ((time - from) / length) * USED;
  const ticks = timeTicks(from, from + length, zone, TICKS);
  return (
    <figure aria-label="The story on its lanes" className="rounded-lg border bg-panel px-3 pt-2 pb-1">
      {LOG_TYPES.map((type) => (
        <Lane key={type} {...{ type, share, open, onOpen, zone }} steps={stepsOf(story, type)} />
      ))}
      <div className="relative ml-[104px] h-5 border-t border-line text-2xs text-faint">
        {ticks
          .map((tick) => ({ ...tick, at: share(tick.time) }))
          .filter(({ at }) => at > 2 && at < 96)
          .map(({ time, label, at, strong }) => (
            <span
              key={time}
              className={classNames('absolute top-0.5 -translate-x-1/2 whitespace-nowrap', strong && 'text-dim')}
              style={{ left: `${at}%` }}
            >
              {label}
            </span>
          ))}
      </div>
    </figure>
  );
}

interface LaneProps {
  type: LogType;
  steps: readonly { readonly step: Step; readonly place: number }[];
  share: (time: number) => number;
  zone: Zone;
  open: number | null;
  onOpen: (place: number) => void;
}

function Lane({ type, steps, share, zone, open, onOpen }: LaneProps) {
  const { label, color } = TYPE_LABELS[type];
  const marks = steps.map(({ step }): Mark => {
    const start = share(Date.parse(step.finding.from));
    return { start, end: Math.max(start + GLYPH, share(Date.parse(step.finding.to))) };
  });
  const rows = stackMarks(marks, ROWS_MAX);
  const height = ROW_HEIGHT * Math.max(1, ...rows.map((row) => row + 1)) + 5;
  return (
    <div className="flex items-stretch border-t border-line/60 first:border-t-0">
      <div
        className={classNames(
          'flex w-[104px] shrink-0 items-center gap-1.5 text-xs',
          steps.length === 0 ? 'text-faint' : 'text-dim',
        )}
      >
        <span className="size-2 rounded-xs" style={{ background: color, opacity: steps.length === 0 ? 0.35 : 1 }} />
        {label}
      </div>
      <div className="relative min-w-0 flex-1" style={{ height }}>
        {steps.map(({ step: { finding }, place }, index) => {
          const { start = 0, end = 0 } = marks[index] ?? {};
          return (
            <button
              key={finding.id}
              type="button"
              tabIndex={-1}
              aria-label={`Step ${place + 1}: ${visibleLine(finding.title)}`}
              title={`${minuteTime(finding.from, zone)}\n${visibleLine(finding.title)}`}
              onClick={() => onOpen(place)}
              className={classNames(
                'absolute flex h-[13px] items-center rounded-sm hover:bg-hover',
                place === open && 'bg-raise outline outline-accent',
              )}
              style={{ left: `${start}%`, width: `${end - start}%`, top: (rows[index] ?? 0) * ROW_HEIGHT + 3 }}
            >
              <span
                className="absolute inset-x-0 top-1/2 h-[3px] -translate-y-1/2 rounded-full opacity-50"
                style={{ background: color }}
              />
              <span className="relative">
                <LevelGlyph level={finding.level} size={11} />
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
}

function stepsOf({ steps }: StoryDetail, type: LogType) {
  return steps.map((step, place) => ({ step, place })).filter(({ step }) => step.finding.type === type);
}

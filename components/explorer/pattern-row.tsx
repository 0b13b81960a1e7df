// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid that has the focus and names its current row
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus
'use client';

import { formatCount, formatShare, visibleLine } from '@/components/text';
import { clockTime, dayOf, fullTime, type Zone } from '@/components/time';
import { Button, classNames } from '@/components/ui';
import type { PatternAnswer } from '@/lib/interface';
import { PatternText } from './pattern-text';

interface PatternRowProps {
  pattern: PatternAnswer;
  index: number;
  /** Of all events with a pattern, 0 to 1. */
  share: number;
  /** 0 to 1 of the longest bar. */
  length: number;
  zone: Zone;
  /** Whether the data are of several years. */
  withYear: boolean;
  current: boolean;
  onChoose: () => void;
  onOnly: () => void;
  onHide: () => void;
}

export const PATTERN_COLUMNS =
  'grid grid-cols-[104px_minmax(0,1fr)_150px_126px_126px_104px] items-baseline gap-x-3 px-3 max-xl:grid-cols-[84px_minmax(0,1fr)_126px_104px]';

export function patternRowId(id: string): string {
  return `pattern-${id}`;
}

/** One pattern: how often, what it says, who says it, when it was first and last said, and the two ways to filter by it. */
export function PatternRow(props: PatternRowProps) {
  const { pattern, index, share, length, zone, withYear, current, onChoose, onOnly, onHide } = props;
  const { id, text, count, first, last, isNew, emitters, example } = pattern;
  const who = emitters.map(({ value }) => visibleLine(value)).join(', ');
  return (
    <div
      role="row"
      id={patternRowId(id)}
      aria-rowindex={index + 2}
      aria-selected={current}
      onMouseDown={onChoose}
      className={classNames(
        PATTERN_COLUMNS,
        'group/pattern relative min-h-[30px] border-b border-line/60 py-[3px] font-mono text-xs hover:bg-hover',
        current && 'bg-raise hover:bg-raise',
      )}
    >
      <div role="gridcell" className="relative text-right" title={`${formatShare(share)} of these events`}>
        <span
          aria-hidden
          className="absolute inset-y-0 right-0 min-w-px rounded-xs bg-accent-soft"
          style={{ width: `${length * 100}%` }}
        />
        <span className="relative pr-1">{formatCount(count)}</span>
      </div>
      <div role="gridcell" className="min-w-0 [overflow-wrap:anywhere]">
        <span
          className="line-clamp-2"
          title={example === null ? undefined : visibleLine(example.message.slice(0, 500))}
        >
          {isNew ? (
            <span className="mr-2 rounded bg-warn-soft px-1 font-sans text-2xs text-warn" title={NEW_MEANS}>
              new
            </span>
          ) : null}
          {text === '' ? <span className="text-faint">{id}</span> : <PatternText text={text} />}
        </span>
      </div>
      <div role="gridcell" className="truncate text-dim max-xl:hidden" title={who}>
        {who}
      </div>
      <Moment time={first} {...{ zone, withYear }} className="max-xl:hidden" />
      <Moment time={last} {...{ zone, withYear }} />
      <div
        role="gridcell"
        className={classNames(
          'flex justify-end gap-1 self-center font-sans',
          !current && 'opacity-0 group-hover/pattern:opacity-100 focus-within:opacity-100',
        )}
      >
        <Button
          size="small"
          className="-my-px h-6 px-2"
          tabIndex={current ? 0 : -1}
          onClick={onOnly}
          title="Only events like this (Enter)"
        >
          Only
        </Button>
        <Button
          size="small"
          className="-my-px h-6 px-2"
          tabIndex={current ? 0 : -1}
          onClick={onHide}
          title="Hide lines like this (−)"
        >
          Hide
        </Button>
      </div>
    </div>
  );
}

const NEW_MEANS = 'First seen in the range asked for or, of all time, in its last tenth';

interface MomentProps {
  time: string | null;
  zone: Zone;
  withYear: boolean;
  className?: string;
}

function Moment({ time, zone, withYear, className }: MomentProps) {
  return (
    <div
      role="gridcell"
      className={classNames('truncate text-dim', className)}
      title={time === null ? undefined : fullTime(time, zone)}
    >
      {time === null ? 'no time' : `${dayOf(time, zone, withYear)} ${clockTime(time, zone).slice(0, 5)}`}
    </div>
  );
}

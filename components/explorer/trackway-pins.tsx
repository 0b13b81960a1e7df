'use client';

import { useMemo, useRef } from 'react';
import { formatCounted, visibleLine } from '@/components/text';
import { Tooltip, useSize } from '@/components/ui';
import { LOG_TYPES, type LogType } from '@/lib/events';
import { clusterPins, type PinFlag } from './cluster-pins';
import { emphasisOf, LANE_HEIGHTS } from './lane-row';
import { moveAmongMarks } from './move-among-marks';
import type { Moments } from './range-moves';
import { TYPE_LABELS } from './type-labels';
import type { PinAnswer } from './use-range-pins';

interface TrackwayPinsProps {
  pins: readonly PinAnswer[];
  /** What the lanes show. */
  range: Moments;
  /** The lane that is looked at; null = all. */
  type: LogType | null;
  onOpen: (event: string) => void;
}

/** Flags that stand closer than this would cover each other. */
const GAP_PIXELS = 10;

/** The pinned events of the range shown, each as a flag at the foot of its lane. */
export function TrackwayPins({ pins, range, type, onOpen }: TrackwayPinsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const lanes = useMemo(
    () =>
      LOG_TYPES.map((lane) => ({
        lane,
        flags:
          width === 0
            ? []
            : clusterPins(
                pins.filter((pin) => pin.type === lane),
                range,
                GAP_PIXELS / width,
              ),
      })),
    [pins, range, width],
  );
  return (
    <div ref={frame} className="pointer-events-none absolute inset-x-0 top-0">
      {lanes.map(({ lane, flags }, place) => {
        if (flags.length === 0) return null;
        const foot = LOG_TYPES.slice(0, place + 1).reduce((sum, each) => sum + LANE_HEIGHTS[emphasisOf(each, type)], 0);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn
          <div
            key={lane}
            role="group"
            aria-label={`Pinned in ${TYPE_LABELS[lane].label}: arrow keys go from one to the next`}
            className="absolute inset-x-0"
            style={{ top: foot }}
            onKeyDown={moveAmongMarks}
          >
            {flags.map((flag, index) => (
              <Flag key={flag.pins[0]?.event} flag={flag} lane={lane} reached={index === 0} onOpen={onOpen} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface FlagProps {
  flag: PinFlag;
  lane: LogType;
  /** Whether Tab comes to it; the arrow keys come to the others. */
  reached: boolean;
  onOpen: (event: string) => void;
}

const REASON_MAX = 200;

function Flag({ flag: { pins, at }, lane, reached, onOpen }: FlagProps) {
  const [first] = pins;
  if (first === undefined) return null;
  const label = `${formatCounted(pins.length, 'pinned event')}: ${visibleLine((first.reason || first.hunt.title).slice(0, REASON_MAX))}`;
  return (
    <Tooltip label={label} side="top">
      <button
        type="button"
        data-lane-mark
        aria-label={label}
        tabIndex={reached ? 0 : -1}
        onClick={() => onOpen(first.event)}
        className="pointer-events-auto absolute bottom-0 z-20 h-[13px] w-[10px] hover:z-30 focus-visible:z-30"
        style={{ left: `${at * 100}%` }}
      >
        <svg viewBox="0 0 10 13" aria-hidden className="size-full overflow-visible">
          <path d="M.75 13V.75" stroke="var(--text)" strokeWidth="1.5" />
          <path d="M1 1h8L7 4l2 3H1Z" stroke="var(--text)" strokeWidth=".9" style={{ fill: TYPE_LABELS[lane].color }} />
        </svg>
      </button>
    </Tooltip>
  );
}

'use client';

import type { Triage } from '@/components/triage';
import type { LogType } from '@/lib/events';
import type { FindingsAnswer } from '@/lib/interface';
import type { Moments } from './range-moves';
import { TrackwayFindings } from './trackway-findings';
import { TrackwayPins } from './trackway-pins';
import type { RangePins } from './use-range-pins';

interface TrackwayMarksProps {
  findings: FindingsAnswer | undefined;
  pins: RangePins;
  /** What the lanes show. */
  range: Moments;
  /** The lane that is looked at; null = all. */
  type: LogType | null;
  triage: Triage;
  onOpen: (event: string) => void;
}

/** What lies on the lanes: findings at the heads of theirs, pinned events at the feet. */
export function TrackwayMarks({ findings, pins, range, type, triage, onOpen }: TrackwayMarksProps) {
  return (
    <>
      <TrackwayPins pins={pins.all} {...{ range, type, onOpen }} />
      {findings === undefined ? null : <TrackwayFindings findings={findings.findings} {...{ range, type, triage }} />}
    </>
  );
}

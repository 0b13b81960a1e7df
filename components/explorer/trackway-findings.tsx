'use client';

import { useMemo } from 'react';
import type { Triage } from '@/components/triage';
import { LOG_TYPES, type LogType } from '@/lib/events';
import type { FindingAnswer } from '@/lib/interface';
import { LaneFindings } from './lane-findings';
import { emphasisOf, LANE_HEIGHTS } from './lane-row';
import type { Moments } from './range-moves';

interface TrackwayFindingsProps {
  findings: readonly FindingAnswer[];
  /** What the lanes show. */
  range: Moments;
  /** The lane that is looked at; null = all. */
  type: LogType | null;
  triage: Triage;
}

/** The findings of the range shown, each as a mark on the lane of its type; whatever the query says. */
export function TrackwayFindings({ findings, range, type, triage }: TrackwayFindingsProps) {
  const byLane = useMemo(
    () => LOG_TYPES.map((lane) => ({ lane, own: findings.filter((finding) => finding.type === lane) })),
    [findings],
  );
  return byLane.map(({ lane, own }, place) => {
    if (own.length === 0) return null;
    const above = LOG_TYPES.slice(0, place).reduce((sum, each) => sum + LANE_HEIGHTS[emphasisOf(each, type)], 0);
    const height = LANE_HEIGHTS[emphasisOf(lane, type)];
    return <LaneFindings key={lane} type={lane} findings={own} top={above} {...{ height, range, triage }} />;
  });
}

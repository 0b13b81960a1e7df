'use client';

import dynamic from 'next/dynamic';
import { useMemo, useRef, useState } from 'react';
import type { Zone } from '@/components/time';
import { classNames, useSize } from '@/components/ui';
import type { QueryAnswer } from '@/lib/interface';
import { AnswerAsTable } from './answer-as-table';
import type { ChartKind } from './chart-kind';
import type { ChartMark } from './chart-mark';
import { HeatmapDrawing } from './draw/heatmap-drawing';
import { MapDrawing } from './draw/map-drawing';
import { RankingDrawing } from './draw/ranking-drawing';
import { Legend, legendOf } from './legend';
import { type Picture, type PictureMarks, preparePicture } from './prepare/prepare-picture';
import type { Fold } from './prepare/series-chart';

// Recharts is a third of the page's script, and no page needs it before its first answer.
const SeriesDrawing = dynamic(() => import('./draw/series-drawing').then((module) => module.SeriesDrawing), {
  ssr: false,
});
const ScatterDrawing = dynamic(() => import('./draw/scatter-drawing').then((module) => module.ScatterDrawing), {
  ssr: false,
});

export interface ChartPictureProps {
  answer: QueryAnswer;
  /** The query that it answers. */
  q: string;
  kind: ChartKind | 'map';
  /** What the picture shows, for whoever cannot see it. */
  label: string;
  /** What stands in the line below while no mark is pointed at. */
  hint: string;
  zone: Zone;
  /** The range looked at, in milliseconds; null when it is everything. */
  moments: { readonly from: number; readonly to: number } | null;
  /** Of what has no colours of its own: the lane's. */
  color: string;
  fold?: Fold | undefined;
  marks?: PictureMarks;
  /** The picture is of an older question, and nothing in it is to be chosen. */
  stale: boolean;
  onChoose: (mark: ChartMark) => void;
  onRange: (from: string, to: string) => void;
}

const NO_MARKS: PictureMarks = { isNew: null, isDenied: null };

/** An answer as a picture that fills the room there is, with what is pointed at in words below it. */
export function ChartPicture(props: ChartPictureProps) {
  const { answer, q, kind, hint, moments, fold = null, marks = NO_MARKS, stale } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const [pointed, setPointed] = useState<string | null>(null);
  const picture = useMemo(
    () => preparePicture(answer, q, { kind, moments, fold, marks, width, height }),
    [answer, q, kind, moments, fold, marks, width, height],
  );
  const notes = picture?.note ?? null;
  const legend = picture === null || pointed !== null ? [] : legendOf(picture, props.color);
  return (
    <div className={classNames('flex h-full min-w-0 flex-col transition-opacity', stale && 'opacity-50')} inert={stale}>
      <div ref={frame} className="min-h-0 flex-1 overflow-hidden" data-picture>
        {width === 0 || picture === null ? null : (
          <Drawing {...props} picture={picture} width={width} height={height} onPoint={setPointed} />
        )}
      </div>
      <div className="flex h-[18px] shrink-0 items-center gap-3 text-2xs text-faint">
        <output className={classNames('min-w-0 flex-1 truncate', pointed !== null && 'text-text')}>
          {pointed ?? [legend.length > 2 ? null : hint, notes].filter((text) => text !== null).join(' · ')}
        </output>
        {legend.length === 0 ? null : <Legend items={legend} width={width} />}
      </div>
    </div>
  );
}

interface DrawingProps extends ChartPictureProps {
  picture: Picture;
  width: number;
  height: number;
  onPoint: (text: string | null) => void;
}

function Drawing({ picture, answer, label, color, zone, width, height, onChoose, onRange, onPoint }: DrawingProps) {
  const size = { label, color, zone, width, height, onChoose, onPoint };
  switch (picture.kind) {
    case 'top':
      return <RankingDrawing {...size} ranking={picture.ranking} />;
    case 'heatmap':
      return <HeatmapDrawing {...size} heatmap={picture.heatmap} />;
    case 'map':
      return <MapDrawing {...size} map={picture.map} />;
    case 'scatter':
      return <ScatterDrawing {...size} chart={picture.scatter} />;
    case 'table':
      return <AnswerAsTable {...{ answer, label, zone }} />;
    default:
      return <SeriesDrawing {...size} kind={picture.kind} chart={picture.series} onRange={onRange} />;
  }
}

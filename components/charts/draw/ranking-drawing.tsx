'use client';

import type { ChartMark } from '../chart-mark';
import { shortFigure } from '../prepare/figure-text';
import type { RankedBar, Ranking } from '../prepare/prepare-ranking';
import { cutMiddle } from '../prepare/thin-labels';
import { MarkSurface, markAt } from './mark-surface';
import { charactersIn, MONO, NAME_CHARACTER, NAME_SIZE, type PictureSize } from './picture-size';

interface RankingDrawingProps extends PictureSize {
  label: string;
  ranking: Ranking;
  onChoose: (mark: ChartMark) => void;
  onPoint: (text: string | null) => void;
}

const FIGURE_WIDTH_MIN = 44;
const NEW_WIDTH = 30;
const ROW_MAX = 22;
const SHORTEST = 2;

/** Bars from the largest down, each with its name in it and its figure behind it, as the facets have them. */
export function RankingDrawing({ label, ranking, width, height, onChoose, onPoint }: RankingDrawingProps) {
  const { bars, unit } = ranking;
  const longest = Math.max(...bars.map(({ figure }) => shortFigure(figure, unit).length), 1);
  const room = Math.max(20, width - Math.max(FIGURE_WIDTH_MIN, longest * NAME_CHARACTER + 12));
  const row = Math.min(ROW_MAX, height / Math.max(1, bars.length));
  return (
    <MarkSurface {...{ label, width, height, onChoose, onPoint }} lines={bars.map(({ mark }) => [mark])}>
      {(current) =>
        bars.map((bar, index) => (
          <g key={bar.name} transform={`translate(0 ${index * row})`} {...(bar.mark === null ? {} : markAt(index))}>
            <rect width={width} height={row} fill="transparent" className={bar.mark === null ? '' : 'cursor-pointer'} />
            <Bar {...{ bar, unit, width, room, row }} isCurrent={current?.line === index} />
          </g>
        ))
      }
    </MarkSurface>
  );
}

interface BarProps {
  bar: RankedBar;
  unit: Ranking['unit'];
  width: number;
  /** How long the longest bar is. */
  room: number;
  row: number;
  isCurrent: boolean;
}

function Bar({ bar, unit, width, room, row, isCurrent }: BarProps) {
  const nameRoom = room - 12 - (bar.isNew ? NEW_WIDTH : 0);
  const middle = row / 2;
  const text = { dominantBaseline: 'central', fontFamily: MONO, fontSize: NAME_SIZE, pointerEvents: 'none' } as const;
  return (
    <>
      <rect
        y={1}
        width={Math.max(SHORTEST, bar.share * room)}
        height={Math.max(2, row - 2)}
        rx={3}
        fill={isCurrent ? 'var(--accent-soft)' : 'var(--raise)'}
        stroke={isCurrent ? 'var(--accent)' : 'none'}
        pointerEvents="none"
      />
      <text x={6} y={middle} fill={bar.mark === null ? 'var(--faint)' : 'var(--text)'} {...text}>
        {cutMiddle(bar.name, charactersIn(nameRoom))}
      </text>
      {bar.isNew ? (
        <text x={room - 4} y={middle} textAnchor="end" fill="var(--accent)" {...text}>
          new
        </text>
      ) : null}
      <text x={width - 2} y={middle} textAnchor="end" fill="var(--dim)" {...text}>
        {shortFigure(bar.figure, unit)}
      </text>
    </>
  );
}

'use client';

import { timeTicks, type Zone } from '@/components/time';
import type { ChartMark } from '../chart-mark';
import { shortFigure } from '../prepare/figure-text';
import type { HeatCell, Heatmap } from '../prepare/prepare-heatmap';
import { cutMiddle, labelEvery } from '../prepare/thin-labels';
import { MarkSurface, markAt } from './mark-surface';
import { charactersIn, MONO, NAME_CHARACTER, NAME_SIZE, type PictureSize } from './picture-size';

interface HeatmapDrawingProps extends PictureSize {
  label: string;
  heatmap: Heatmap;
  color: string;
  zone: Zone;
  onChoose: (mark: ChartMark) => void;
  onPoint: (text: string | null) => void;
}

const HEAD = 16;
const CELL_MAX = 96;
const ROW_MAX = 26;
const FIGURE_MIN = 34;
/** As strong as a cell may be for the page's text colour to be read on it in either theme, whichever lane's colour it has. */
const OPACITY_MAX = 0.5;
const TICK_WIDTH = 70;

/** A grid of cells: the stronger its colour, the larger its figure, which stands in it where there is room. New ones have an outline. */
export function HeatmapDrawing({ label, heatmap, color, zone, width, height, onChoose, onPoint }: HeatmapDrawingProps) {
  const { rows, columns, cells, unit } = heatmap;
  const longest = Math.max(...rows.map(({ name }) => name.length), 1);
  const names = Math.min(width * 0.38, longest * NAME_CHARACTER + 10);
  const cell = Math.min(CELL_MAX, (width - names) / Math.max(1, columns.length));
  const row = Math.min(ROW_MAX, (height - HEAD) / Math.max(1, rows.length));
  const lines = cells.map((line) => line.map((each) => each?.mark ?? null));
  return (
    <MarkSurface {...{ label, width, height, lines, onChoose, onPoint }}>
      {(current) => (
        <>
          <ColumnNames {...{ heatmap, zone, names, cell }} />
          {rows.map(({ name }, line) => (
            <g key={name} transform={`translate(0 ${HEAD + line * row})`}>
              <text {...TEXT} x={names - 8} y={row / 2} textAnchor="end" fill="var(--dim)">
                {cutMiddle(name, charactersIn(names - 8))}
              </text>
              {columns.map((column, at) => (
                <g key={column.name} transform={`translate(${names + at * cell} 0)`}>
                  <Cell
                    cell={cells[line]?.[at] ?? null}
                    {...{ line, at, unit, color }}
                    width={cell}
                    height={row}
                    isCurrent={current?.line === line && current.at === at}
                  />
                </g>
              ))}
            </g>
          ))}
        </>
      )}
    </MarkSurface>
  );
}

const TEXT = { dominantBaseline: 'central', fontFamily: MONO, fontSize: NAME_SIZE, pointerEvents: 'none' } as const;

interface CellProps {
  cell: HeatCell | null;
  line: number;
  at: number;
  unit: Heatmap['unit'];
  color: string;
  width: number;
  height: number;
  isCurrent: boolean;
}

function Cell({ cell, line, at, unit, color, width, height, isCurrent }: CellProps) {
  const box = { x: 0.5, y: 0.5, width: Math.max(1, width - 1.5), height: Math.max(1, height - 1.5), rx: 2 };
  if (cell === null) return <rect {...box} fill="var(--hover)" />;
  const figure = shortFigure(cell.figure, unit);
  return (
    <g {...markAt(line, at)} className="cursor-pointer">
      <rect {...box} fill="var(--panel)" />
      <rect {...box} fill={color} fillOpacity={cell.strength * OPACITY_MAX} />
      {cell.isNew || isCurrent ? (
        <rect
          {...box}
          fill="none"
          stroke={isCurrent ? 'var(--text)' : 'var(--accent)'}
          strokeWidth={2}
          pointerEvents="none"
        />
      ) : null}
      {width >= Math.max(FIGURE_MIN, figure.length * NAME_CHARACTER + 4) && height >= 13 ? (
        <text {...TEXT} x={width / 2} y={height / 2} textAnchor="middle" fill="var(--text)">
          {figure}
        </text>
      ) : null}
    </g>
  );
}

interface ColumnNamesProps {
  heatmap: Heatmap;
  zone: Zone;
  names: number;
  cell: number;
}

function ColumnNames({ heatmap: { columns }, zone, names, cell }: ColumnNamesProps) {
  const first = columns[0]?.time ?? null;
  const last = columns.at(-1)?.time ?? null;
  if (first !== null && last !== null) {
    const ticks = timeTicks(first, last, zone, Math.max(2, Math.floor((cell * columns.length) / TICK_WIDTH)));
    return ticks.map(({ time, label }) => {
      const at = columns.findIndex((column) => column.time !== null && column.time >= time);
      return (
        <text key={time} {...TEXT} x={names + at * cell + 2} y={HEAD / 2} fill="var(--faint)">
          {label}
        </text>
      );
    });
  }
  const longest = Math.min(9, Math.max(...columns.map(({ name }) => name.length), 1));
  const every = labelEvery(columns.length, cell * columns.length, longest * NAME_CHARACTER);
  return columns.map(({ name }, at) =>
    at % every === 0 ? (
      <text key={name} {...TEXT} x={names + at * cell + cell / 2} y={HEAD / 2} textAnchor="middle" fill="var(--dim)">
        {cutMiddle(name, charactersIn(cell * every - 2))}
      </text>
    ) : null,
  );
}

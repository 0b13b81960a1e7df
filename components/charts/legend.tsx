'use client';

import { LINE_DASHES, seriesColors } from './draw/series-look';
import type { Picture } from './prepare/prepare-picture';

/** What the colours and strokes of a picture stand for. */
export function Legend({ items, width }: { items: readonly LegendItem[]; width: number }) {
  const shown = items.slice(0, Math.max(2, Math.floor(width / ITEM_WIDTH)));
  return (
    <ul aria-label="Legend" className="flex max-w-full shrink-0 gap-2.5 overflow-hidden">
      {shown.map(({ name, color, dash }) => (
        <li key={name} className="flex min-w-0 items-center gap-1">
          <svg width={12} height={8} aria-hidden className="shrink-0">
            {dash === null ? (
              <rect width={8} height={8} rx={2} fill={color} />
            ) : (
              <path d="M0 4H12" stroke={color} strokeWidth={2} strokeDasharray={dash} />
            )}
          </svg>
          <span className="max-w-[72px] truncate">{name}</span>
        </li>
      ))}
      {shown.length < items.length ? <li>+{items.length - shown.length}</li> : null}
    </ul>
  );
}

/** What a name takes at most, with its colour. In pixels. */
const ITEM_WIDTH = 100;

export interface LegendItem {
  readonly name: string;
  readonly color: string;
  /** Null: a patch of colour and not a stroke. */
  readonly dash: string | null;
}

/** The colours and strokes of a picture that must be explained. `own`: the colour of what has none of its own. */
export function legendOf(picture: Picture, own: string): LegendItem[] {
  switch (picture.kind) {
    case 'bars':
    case 'area':
    case 'lines': {
      const { series } = picture.series;
      if (series.length < 2) return [];
      const colors = seriesColors(series, own);
      return series.map(({ name }, index) => ({
        name,
        color: colors[index] ?? '',
        dash: picture.kind === 'lines' ? (LINE_DASHES[index % LINE_DASHES.length] ?? '') : null,
      }));
    }
    case 'map':
      return [
        ...(picture.map.edges.some(({ isDenied }) => isDenied)
          ? [{ name: 'denied', color: 'var(--error)', dash: '3 3' }]
          : []),
        ...(picture.map.edges.some(({ isNew }) => isNew) ? [{ name: 'new', color: 'var(--accent)', dash: '5 2' }] : []),
      ];
    case 'heatmap':
      return picture.heatmap.cells.some((line) => line.some((cell) => cell?.isNew))
        ? [{ name: 'outlined: new', color: 'var(--accent)', dash: '' }]
        : [];
    default:
      return [];
  }
}

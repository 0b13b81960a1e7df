'use client';

import { classNames } from '@/components/ui';
import { LINE_DASHES, seriesColors } from './draw/series-look';
import type { Picture } from './prepare/prepare-picture';

/** What the colours and strokes of a picture stand for. */
export function Legend({ picture, color: own }: { picture: Picture; color: string }) {
  const items = itemsOf(picture, own);
  if (items.length === 0) return null;
  return (
    <ul
      aria-label="Legend"
      className={classNames(
        'flex shrink-0 gap-2.5 overflow-hidden',
        items.length > MANY ? 'max-w-[88%]' : 'max-w-[60%]',
      )}
    >
      {items.map(({ name, color, dash }) => (
        <li key={name} className="flex min-w-0 items-center gap-1">
          <svg width={12} height={8} aria-hidden className="shrink-0">
            {dash === null ? (
              <rect width={8} height={8} rx={2} fill={color} />
            ) : (
              <path d="M0 4H12" stroke={color} strokeWidth={2} strokeDasharray={dash} />
            )}
          </svg>
          <span className="max-w-28 truncate">{name}</span>
        </li>
      ))}
    </ul>
  );
}

/** So many names need nearly the whole line. */
const MANY = 2;

interface Item {
  readonly name: string;
  readonly color: string;
  /** Null: a patch of colour and not a stroke. */
  readonly dash: string | null;
}

function itemsOf(picture: Picture, own: string): Item[] {
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

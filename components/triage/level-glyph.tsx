import type { FindingLevel } from '@/lib/interface';
import { LEVEL_COLORS } from './level-labels';

interface LevelGlyphProps {
  level: FindingLevel;
  /** Width and height in pixels. */
  size?: number;
}

/** A level by shape and colour: the graver, the more corners and the more of it is filled. */
export function LevelGlyph({ level, size = 12 }: LevelGlyphProps) {
  return (
    <svg viewBox="0 0 12 12" width={size} height={size} className="shrink-0" data-level={level} aria-hidden>
      <g style={{ fill: LEVEL_COLORS[level], stroke: LEVEL_COLORS[level] }}>{SHAPES[level]}</g>
    </svg>
  );
}

const SHAPES = {
  informational: <circle cx="6" cy="6" r="3" fill="none" strokeWidth="1.5" />,
  low: <circle cx="6" cy="6" r="3.5" stroke="none" />,
  medium: <path d="M6 1.6 11 10.4H1Z" stroke="none" />,
  high: <path d="M6 .8 11.2 6 6 11.2.8 6Z" stroke="none" />,
  critical: (
    <>
      <path d="M6 .8 11.2 6 6 11.2.8 6Z" fill="none" strokeWidth="1.3" />
      <path d="M6 3.2 8.8 6 6 8.8 3.2 6Z" stroke="none" />
    </>
  ),
} as const satisfies Readonly<Record<FindingLevel, unknown>>;

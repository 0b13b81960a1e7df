import { classNames } from '@/components/ui';
import type { FindingLevel } from '@/lib/interface';
import { LevelGlyph } from './level-glyph';
import { LEVEL_WORDS } from './level-labels';

/** A level as its shape and its word. */
export function LevelMark({ level, className }: { level: FindingLevel; className?: string }) {
  const grave = level === 'high' || level === 'critical';
  return (
    <span className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', className)}>
      <LevelGlyph level={level} />
      <span className={grave ? 'text-text' : 'text-dim'}>{LEVEL_WORDS[level]}</span>
    </span>
  );
}

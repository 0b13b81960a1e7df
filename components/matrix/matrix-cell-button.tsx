'use client';

import { formatCount, formatCounted } from '@/components/text';
import { LEVEL_WORDS, LevelGlyph } from '@/components/triage';
import { classNames } from '@/components/ui';
import type { MatrixCell } from '@/lib/interface';
import type { PlacedCell } from './matrix-columns';
import { type ShownState, STATE_WORDS, shownState } from './shown-state';
import { StateGlyph } from './state-glyph';

interface MatrixCellButtonProps {
  placed: PlacedCell;
  /** By which the grid finds it. */
  place: string;
  /** Whether the tab key leads to it. */
  reached: boolean;
  /** Another state is looked for. */
  quiet: boolean;
  open: boolean;
  onFocus: () => void;
  onOpen: () => void;
}

const FILLS: Readonly<Record<ShownState, string>> = {
  found: 'border-error/45 bg-error-soft',
  watched: 'border-line bg-panel',
  blind: 'border-warn/40 bg-warn-soft',
  off: 'border-line bg-raise',
  unwatched: 'border-dashed border-line-strong',
  unseen: 'border-dashed border-line-strong bg-raise',
};

/** A technique: its state by fill, glyph and word, and what was found of it. */
export function MatrixCellButton({ placed, place, reached, quiet, open, onFocus, onOpen }: MatrixCellButtonProps) {
  const { cell, nested, folded } = placed;
  const state = shownState(cell);
  return (
    <button
      type="button"
      data-place={place}
      data-state={state}
      tabIndex={reached ? 0 : -1}
      aria-label={labelOf(cell, state)}
      aria-pressed={open}
      onFocus={onFocus}
      onClick={onOpen}
      className={classNames(
        'flex h-full w-full min-w-0 flex-col gap-0.5 rounded-md border px-1.5 py-1 text-left hover:border-line-strong hover:brightness-[0.98] dark:hover:brightness-125',
        nested && 'ml-2.5 w-[calc(100%-10px)]',
        FILLS[state],
        quiet && 'opacity-35',
        open && 'border-accent outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <span className="line-clamp-2 min-h-8 text-xs leading-4 text-text" title={`${cell.id} ${cell.name}`}>
        {cell.name}
      </span>
      <span className="mt-auto flex w-full items-center gap-1 text-2xs leading-4 text-dim">
        {cell.level === null ? <StateGlyph state={state} size={11} /> : <LevelGlyph level={cell.level} size={11} />}
        <InWords cell={cell} state={state} />
        {folded === 0 ? null : <span className="ml-auto shrink-0 text-faint">+{folded}</span>}
      </span>
    </button>
  );
}

/** What was found; nothing that was found in a part only must not look like nothing. */
function InWords({ cell, state }: { cell: MatrixCell; state: ShownState }) {
  if (!cell.partly) {
    return <span className="truncate">{state === 'found' ? foundWords(cell) : STATE_WORDS[state].short}</span>;
  }
  return (
    <>
      {state === 'found' ? <span className="truncate">{foundWords(cell)}</span> : null}
      <span className="shrink-0 text-warn">{state === 'found' ? 'in part' : 'seen in part'}</span>
    </>
  );
}

function foundWords({ findings, level }: MatrixCell): string {
  return level === null ? formatCount(findings) : `${formatCount(findings)} ${LEVEL_WORDS[level]}`;
}

function labelOf({ id, name, findings, level, partly }: MatrixCell, state: ShownState): string {
  const found = findings === 0 ? STATE_WORDS[state].short : formatCounted(findings, 'finding');
  const worst = level === null ? '' : `, the worst ${LEVEL_WORDS[level]}`;
  return `${id} ${name}: ${found}${worst}${partly ? ', seen in part only' : ''}`;
}

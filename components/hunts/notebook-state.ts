import { contentOf, type MergeConflict, mergeHunts, same } from '@/lib/hunts';
import type { HuntAnswer, HuntContent, HuntPatch } from '@/lib/interface';
import { EMPTY_STACK, redone, remember, type Step, type UndoStack, undone } from './undo-stack';

/** A hunt as a person writes it: what the server has, as far as is known, and what they have made of that. */
export interface NotebookState {
  readonly base: HuntAnswer;
  readonly mine: HuntContent;
  readonly stack: UndoStack;
  /** Where both changed the same words; both are in `mine` until a person chooses. */
  readonly conflicts: readonly MergeConflict[];
}

export function openNotebook(base: HuntAnswer): NotebookState {
  return { base, mine: contentOf(base), stack: EMPTY_STACK, conflicts: [] };
}

/** A change of this person at a moment; with the same `key`, more of the last one. */
export function edited(state: NotebookState, mine: HuntContent, key: string, now: number): NotebookState {
  if (same(state.mine, mine)) return state;
  return { ...state, mine, stack: remember(state.stack, { before: state.mine, after: mine, key, at: now }) };
}

export function withUndo(state: NotebookState): NotebookState {
  return withStep(state, undone(state.mine, state.stack));
}

export function withRedo(state: NotebookState): NotebookState {
  return withStep(state, redone(state.mine, state.stack));
}

function withStep(state: NotebookState, step: Step | null): NotebookState {
  return step === null ? state : { ...state, mine: step.content, stack: step.stack };
}

/** What was sent is kept; what was typed since stays as it is. */
export function kept(state: NotebookState, base: HuntAnswer): NotebookState {
  return base.version < state.base.version ? state : { ...state, base };
}

/** Somebody else's version: their changes and this person's are both kept. */
export function received(state: NotebookState, theirs: HuntAnswer): NotebookState {
  if (theirs.version <= state.base.version) return state;
  const { merged, conflicts } = mergeHunts(contentOf(state.base), state.mine, contentOf(theirs));
  return { ...state, base: theirs, mine: merged, conflicts: [...state.conflicts, ...conflicts] };
}

/**
 * What is to be sent: the parts that differ from what the server has; null when there are none. The server cuts blanks at the
 * ends of titles and tags, which may be the beginning of a next word here.
 */
export function patchOf({ base, mine }: NotebookState): HuntPatch | null {
  const title = mine.title.trim() || base.title;
  const before: Readonly<Record<string, unknown>> = contentOf(base);
  const changed = Object.entries({ ...mine, title }).filter(([name, value]) => !same(before[name], value));
  return changed.length === 0 ? null : { ...Object.fromEntries(changed), version: base.version };
}

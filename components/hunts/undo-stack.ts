import { mergeHunts, same } from '@/lib/hunts';
import type { HuntContent } from '@/lib/interface';

/** One change that this person made. `key` names what they changed: more of the same is part of it. */
export interface OwnChange {
  readonly before: HuntContent;
  readonly after: HuntContent;
  readonly key: string;
  /** When it was last added to, in milliseconds. */
  readonly at: number;
}

/** A person's own changes: those that can be taken back, the last one at the end, and those that were. */
export interface UndoStack {
  readonly past: readonly OwnChange[];
  readonly future: readonly OwnChange[];
}

export const EMPTY_STACK: UndoStack = { past: [], future: [] };

/** So long after the last letter, the next one begins another change. */
const PAUSE_MS = 1500;
const CHANGES_MAX = 200;

/** Takes in a change; typing on in the same place goes on with the last one. */
export function remember({ past }: UndoStack, change: OwnChange): UndoStack {
  const last = past.at(-1);
  const goesOn = last?.key === change.key && change.key !== '' && change.at - last.at < PAUSE_MS;
  if (last !== undefined && goesOn) {
    return { past: [...past.slice(0, -1), { ...change, before: last.before }], future: [] };
  }
  return { past: [...past, change].slice(-CHANGES_MAX), future: [] };
}

export interface Step {
  readonly content: HuntContent;
  readonly stack: UndoStack;
}

/** Takes the last own change back; what others did meanwhile stays. Null where there is none. */
export function undone(content: HuntContent, { past, future }: UndoStack): Step | null {
  const last = past.at(-1);
  if (last === undefined) return null;
  return {
    content: turned(last.after, content, last.before),
    stack: { past: past.slice(0, -1), future: [...future, last] },
  };
}

/** Makes the change that was taken back last once more. Null where there is none. */
export function redone(content: HuntContent, { past, future }: UndoStack): Step | null {
  const last = future.at(-1);
  if (last === undefined) return null;
  return {
    content: turned(last.before, content, last.after),
    stack: { past: [...past, last], future: future.slice(0, -1) },
  };
}

function turned(from: HuntContent, now: HuntContent, to: HuntContent): HuntContent {
  return same(from, now) ? to : mergeHunts(from, now, to).merged;
}

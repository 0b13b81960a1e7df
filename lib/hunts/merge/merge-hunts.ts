import type { HuntContent, HuntStep } from '@/lib/interface';
import { same } from '../content';
import { freeStepId } from '../pins';
import { Merge, part, type Three } from './merge';
import type { MergeConflict } from './merge-conflict';
import { mergeItems } from './merge-items';
import { mergeNames } from './merge-order';
import { mergeStep } from './merge-step';

/**
 * One hunt of two that were made of the same: by field, in steps by their ids, in texts by lines. Nothing that either added is
 * lost: where both changed the same lines `merged` has both, and where both changed what can only be one thing it has mine. Both
 * kinds are told as conflicts, with what each has. May be longer than a hunt that is kept.
 */
export function mergeHunts(
  base: HuntContent,
  mine: HuntContent,
  theirs: HuntContent,
): { merged: HuntContent; conflicts: MergeConflict[] } {
  const merge = new Merge();
  const three = { base, mine, theirs };
  const merged: HuntContent = {
    title: merge.whole(
      'title',
      part(three, ({ title }) => title),
    ),
    hypothesis: merge.text(
      'hypothesis',
      part(three, ({ hypothesis }) => hypothesis),
    ),
    conclusion: merge.text(
      'conclusion',
      part(three, ({ conclusion }) => conclusion),
    ),
    status: merge.whole(
      'status',
      part(three, ({ status }) => status),
    ),
    techniques: mergeNames(base.techniques, mine.techniques, theirs.techniques),
    owner: merge.whole(
      'owner',
      part(three, ({ owner }) => owner),
    ),
    tags: mergeNames(base.tags, mine.tags, theirs.tags),
    archived: merge.whole(
      'archived',
      part(three, ({ archived }) => archived),
    ),
    steps: mergeSteps(
      merge,
      part(three, ({ steps }) => steps),
    ),
  };
  return { merged, conflicts: merge.conflicts };
}

function mergeSteps(merge: Merge, lists: Three<readonly HuntStep[]>): HuntStep[] {
  return mergeItems(
    { ...lists, mine: withOwnIds(lists) },
    ({ id }) => id,
    (three, id) => mergeStep(merge.inside(id), three) ?? (same(three.mine, three.base) ? three.theirs : three.mine),
  );
}

/** My steps; where both made steps of two kinds with the same id, mine gets another one. */
function withOwnIds({ base, mine, theirs }: Three<readonly HuntStep[]>): HuntStep[] {
  const before = new Map(base?.map((step) => [step.id, step]));
  const others = new Map(theirs.map((step) => [step.id, step]));
  const taken = [...mine, ...theirs];
  return mine.map((step) => {
    const other = others.get(step.id);
    if (other === undefined || other.kind === step.kind) return step;
    const was = before.get(step.id);
    if (same(step, was) || same(other, was)) return step;
    const own = { ...step, id: freeStepId(step.id.slice(0, ID_LENGTH), taken) };
    taken.push(own);
    return own;
  });
}

/** What leaves room for a number in the id of a step. */
const ID_LENGTH = 36;

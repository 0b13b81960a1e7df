import { functionCalled } from '../functions';
import { type Aggregate, aggregate } from './aggregate';
import { type Fields, fields } from './fields';
import { type Limit, limit } from './limit';
import { type NewCombinations, newCombinations } from './new-combinations';
import { type Rare, rare } from './rare';
import { type Sort, sort } from './sort';
import type { StageMember } from './stage';
import { type Timeline, timeline } from './timeline';
import { type Top, top } from './top';
import { type Where, where } from './where';

/** A step behind a `|`, as it was written. */
export type Stage = Aggregate | Top | Rare | NewCombinations | Timeline | Where | Sort | Limit | Fields;

/** Every step, in the order of the help page. */
export const STAGES: readonly StageMember<Stage>[] = [
  aggregate,
  top,
  rare,
  newCombinations,
  timeline,
  where,
  sort,
  limit,
  fields,
];

export function stageMember(stage: Stage): StageMember<Stage> {
  const member = STAGES.find(({ kind }) => kind === stage.kind);
  if (member === undefined) throw new RangeError(`no step is called "${stage.kind}"`);
  return member;
}

/** The step that begins with a word; null when none does. */
export function stageNamed(word: string): StageMember<Stage> | null {
  const name = word.toLowerCase();
  const member = STAGES.find(({ names }) => names.includes(name));
  if (member !== undefined) return member;
  const isCall = functionCalled(name) !== null || name === 'stats' || name === 'summarize';
  return isCall ? (STAGES.find(({ body }) => body === 'calls') ?? null) : null;
}

/** Whether a condition follows the word, which is read as a filter is. */
export function isConditionStage(word: string): boolean {
  return stageNamed(word)?.body === 'condition';
}

/** Every word that a step may begin with. */
export const STAGE_NAMES: readonly string[] = STAGES.flatMap(({ names }) => names);

import { functionCalled } from '../functions';
import { didYouMean } from '../nearest';
import type { Query } from '../node';
import { parseCondition, refuseUnreadable } from '../parse';
import { QueryError, type Span } from '../query-error';
import { isConditionStage, STAGE_NAMES, STAGES, type Stage, stageMember, stageNamed } from '../stages';
import { StageReader } from '../stages/stage-reader';
import type { Pipeline } from './pipeline';
import { cutStages, pipeIn, type StageText } from './scan-stages';
import { ALL_EVENTS, type Shape, shapeAfter } from './shape';

/** More steps than anybody needs; each may cost a pass over the rows. */
const STAGES_MAX = 16;

/** Reads a query with or without steps behind `|`; throws QueryError, and nothing else, when it cannot. */
export function parsePipeline(text: string): Pipeline {
  refuseUnreadable(text);
  const filter = parseCondition(text, { from: 0, to: pipeIn(text) });
  const texts = cutStages(text, isConditionStage, STAGES_MAX + 1);
  const surplus = texts[STAGES_MAX];
  if (surplus !== undefined) throw new QueryError(`a query has at most ${STAGES_MAX} steps`, surplus.pipe);
  const stages: Stage[] = [];
  let shape: Shape = ALL_EVENTS;
  for (const stageText of texts) {
    const stage = readStage(text, stageText, shape);
    stages.push(stage);
    shape = shapeBehind(stage, shape);
  }
  refuseTimeBesideNew(filter, stages);
  return { filter, stages };
}

/** What is wrong with a query's text, steps and all; null when nothing is. */
export function checkPipeline(text: string): QueryError | null {
  try {
    parsePipeline(text);
    return null;
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

/** A text cut before its first pipe: the filter, and the steps with their pipes (empty when there are none). */
export function splitPipeline(text: string): { readonly filter: string; readonly steps: string } {
  const at = pipeIn(text);
  return { filter: text.slice(0, at), steps: text.slice(at) };
}

/** What the rows are behind a stage. Throws QueryError where two columns would have one name. */
function shapeBehind(stage: Stage, before: Shape): Shape {
  const shape = stageMember(stage)
    .plan(stage)
    .reduce((now, step) => shapeAfter(step, now), before);
  if (shape.kind === 'events') return shape;
  const names = shape.columns.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return shape;
  throw new QueryError(`two columns would be called "${twice}"; name one with as`, stage.at);
}

function readStage(text: string, { pipe, name, nameAt, body }: StageText, shape: Shape): Stage {
  const at: Span = { from: nameAt.from, to: endOf(text, body) };
  if (name === '') {
    throw new QueryError(
      'a step is missing after |, such as count by user or top 10 user; to search for |, use quotes',
      pipe,
    );
  }
  const member = stageNamed(name);
  if (member === null) {
    const own = STAGES.map(({ names }) => names[0] ?? '').filter((each) => functionCalled(each) === null);
    const known = ['count, sum, avg, min, max, quantile, distinct', ...own].join(', ');
    const near = didYouMean(name, STAGE_NAMES) || `; there are ${known}`;
    throw new QueryError(`"${name.slice(0, 40)}" is not a step${near}`, nameAt);
  }
  const start = member.body === 'calls' ? nameAt.from : body.from;
  return member.read(new StageReader(text, { from: start, to: body.to }, nameAt, shape), at);
}

/** Without the spaces before the next pipe. */
function endOf(text: string, { from, to }: Span): number {
  return from + text.slice(from, to).trimEnd().length;
}

/** `new` looks at the time before the range; a filter on time would hide that, and make everything look new. */
function refuseTimeBesideNew(filter: Query, stages: readonly Stage[]): void {
  const place = stages.findIndex(({ kind }) => kind === 'new');
  if (place < 0) return;
  const wheres = stages.slice(0, place).flatMap((stage) => (stage.kind === 'where' ? [stage.query] : []));
  for (const condition of [filter, ...wheres]) {
    const clause = timeClause(condition);
    if (clause === null) continue;
    throw new QueryError('beside new, choose the time with the range (from, to): new also looks before it', clause.at);
  }
}

function timeClause(query: Query): Query | null {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.map(timeClause).find((clause) => clause !== null) ?? null;
    case 'not':
      return timeClause(query.of);
    case 'field':
      return query.field.kind === 'time' ? query : null;
    default:
      return null;
  }
}

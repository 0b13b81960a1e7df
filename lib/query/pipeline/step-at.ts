import { isConditionStage, type Stage, stageMember } from '../stages';
import { checkPipeline, parsePipeline } from './parse-pipeline';
import { cutStages } from './scan-stages';
import { ALL_EVENTS, type Shape, shapeAfter } from './shape';

/** The step that is being written at the end of a text. */
export interface StepAtEnd {
  /** Its first word as far as it is there, and where that begins. */
  readonly name: string;
  readonly nameFrom: number;
  /** What follows the name. */
  readonly body: string;
  /** The columns that it can name; null while the rows are events, which have any field. */
  readonly columns: readonly string[] | null;
}

const STAGES_MAX = 64;

/** The step at the end of a text; null while that is still a filter. */
export function stepAtEnd(text: string): StepAtEnd | null {
  const stage = cutStages(text, isConditionStage, STAGES_MAX).at(-1);
  if (stage === undefined) return null;
  const before = text.slice(0, stage.pipe.from);
  const shape = checkPipeline(before) === null ? shapeOf(parsePipeline(before).stages) : ALL_EVENTS;
  return {
    name: stage.name,
    nameFrom: stage.nameAt.from,
    body: text.slice(stage.body.from),
    columns: shape.kind === 'table' ? shape.columns.map(({ name }) => name) : null,
  };
}

function shapeOf(stages: readonly Stage[]): Shape {
  return stages
    .flatMap((stage) => stageMember(stage).plan(stage))
    .reduce((shape, step) => shapeAfter(step, shape), ALL_EVENTS);
}

import { combine } from '../node';
import { printQuery } from '../print';
import { stageMember } from '../stages';
import { parsePipeline, splitPipeline } from './parse-pipeline';

/**
 * A text cut into the filter that its first counting step works on, conditions of `where` before that step included, and the
 * steps from there on (with their pipes; empty when there are none). Throws QueryError when the text cannot be read.
 */
export function gatherFilter(text: string): { readonly filter: string; readonly steps: string } {
  const { filter, stages } = parsePipeline(text);
  const counting = stages.findIndex(({ kind }) => kind !== 'where');
  const leading = counting === -1 ? stages : stages.slice(0, counting);
  if (leading.length === 0) return splitPipeline(text);
  const conditions = leading.flatMap((stage) => (stage.kind === 'where' ? [stage.query] : []));
  const steps = stages.slice(leading.length).map((stage) => ` | ${stageMember(stage).print(stage)}`);
  const all = filter.kind === 'everything' ? conditions : [filter, ...conditions];
  return { filter: printQuery(combine('and', all)), steps: steps.join('') };
}

import { describeQuery } from '../describe';
import { printQuery } from '../print';
import { stageMember } from '../stages';
import type { Pipeline } from './pipeline';

/** The query and its steps as a sentence in words. Holds values as they were written: show it as text. */
export function describePipeline({ filter, stages }: Pipeline): string {
  const sentence = describeQuery(filter).replace(/\.$/, '');
  return `${[sentence, ...stages.map((stage) => stageMember(stage).words(stage))].join('; ')}.`;
}

/** The query and its steps as text; parsing it gives the same again. */
export function printPipeline({ filter, stages }: Pipeline): string {
  return [printQuery(filter), ...stages.map((stage) => stageMember(stage).print(stage))].join(' | ');
}

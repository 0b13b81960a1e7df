import type { z } from 'zod';
import { type HuntContent, huntSummary } from '@/lib/interface';
import { pinsOf } from './pins';

/** What a list shows of a hunt's content; how many steps and pins there are instead of them. */
export const contentSummary = huntSummary.pick({
  title: true,
  hypothesis: true,
  status: true,
  techniques: true,
  owner: true,
  tags: true,
  archived: true,
  steps: true,
  pins: true,
});
export type ContentSummary = z.infer<typeof contentSummary>;

export function summaryOf(content: HuntContent): ContentSummary {
  const { title, hypothesis, status, techniques, owner, tags, archived, steps } = content;
  return {
    ...{ title, hypothesis, status, techniques, owner, tags, archived },
    steps: steps.length,
    pins: pinsOf(content).size,
  };
}

/** The words in which `contains` looks for a text: title, hypothesis, conclusion, tags and notes, a line break between them. */
export function wordsOf({ title, hypothesis, conclusion, tags, steps }: HuntContent): string {
  const notes = steps.flatMap((step) => (step.kind === 'note' ? [step.text] : []));
  return [title, hypothesis, conclusion, ...tags, ...notes].join('\n');
}

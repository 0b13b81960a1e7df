import { storiesAnswer, storiesParameters, storyDetail } from '@/lib/interface';
import type { Operation } from './operation';

/** Findings that belong together. */
export const STORY_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/stories',
    summary:
      'Findings that the same actors have a part in, soon after one another, as one story each: the worst first, each with why they belong together and what makes its score.',
    parameters: storiesParameters,
    answer: storiesAnswer,
  },
  {
    method: 'get',
    path: '/api/stories/{id}',
    summary:
      'A story with its findings, in the order of time and of tactics. `id` is that of a story, or of any finding in it.',
    answer: storyDetail,
  },
];

import type { CountAnswer, SelectionParameters } from '@/lib/interface';
import { answerAbout } from './answer-about';

/** How many events match. Exact. */
export function countEvents(parameters: SelectionParameters, signal?: AbortSignal): Promise<CountAnswer> {
  return answerAbout(parameters, async ({ matching }) => ({ count: await matching.count(), exact: true }), signal);
}

import { libraryAnswer, readyHuntAnswer } from '@/lib/interface';
import type { Operation } from './operation';

/** Hunts that are ready to be run. */
export const LIBRARY_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/library',
    summary:
      'Hunts that are ready to be run, each with its hypothesis, what to look for, what is harmless, and its queries; and whether the data that is there can answer them (`canRun`), else what is missing.',
    answer: libraryAnswer,
  },
  {
    method: 'get',
    path: '/api/library/{name}',
    summary: 'One of the hunts that are ready to be run.',
    answer: readyHuntAnswer,
  },
];

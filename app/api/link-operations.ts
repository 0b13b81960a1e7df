import { linkedAnswer, newLink, proofAnswer, proofComparison, selectionParameters } from '@/lib/interface';
import type { Operation } from './operation';

/** Links that are short, and what their makers saw. */
export const LINK_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/links',
    summary:
      'Keeps a place in Trackway (`path` and `search`) under a short address, with what it shows now: the ids of its events as a digest, and how many there are. Relative times become moments unless `absolute` is false.',
    body: newLink,
    status: 201,
    answer: linkedAnswer,
  },
  {
    method: 'get',
    path: '/api/links/{slug}',
    summary: 'Where a short link leads, and who made it when.',
    answer: linkedAnswer,
  },
  {
    method: 'post',
    path: '/api/proofs',
    summary: 'Remembers what a selection returns now: how many events, and which, as a digest of their ids.',
    body: selectionParameters,
    status: 201,
    answer: proofAnswer,
  },
  {
    method: 'get',
    path: '/api/proofs/{id}',
    summary:
      'What a proof says, held against what its selection returns now: whether these are the same events, how many were added and removed, and which sources are not what they were. `since` of other calls shows what was added.',
    answer: proofComparison,
  },
];

import {
  detectorsAnswer,
  findingAnswer,
  findingHistoryAnswer,
  findingPatch,
  findingsAnswer,
  findingsParameters,
} from '@/lib/interface';
import type { Operation } from './operation';

/** What detectors found, and what people make of it. */
export const FINDING_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/findings',
    summary:
      'What detectors found, the worst and then the latest first, each with its reason and the query that shows its events. Findings marked as benign only where `verdict` names them.',
    parameters: findingsParameters,
    answer: findingsAnswer,
  },
  {
    method: 'patch',
    path: '/api/findings/{id}',
    summary: 'Says what somebody makes of a finding: `open`, `benign`, `suspicious` or `evidence`, and a note.',
    body: findingPatch,
    answer: findingAnswer,
  },
  {
    method: 'get',
    path: '/api/findings/{id}/history',
    summary: 'What was said of a finding, the latest first.',
    answer: findingHistoryAnswer,
  },
  {
    method: 'get',
    path: '/api/detectors',
    summary:
      'All detectors: what they look for, how they decide, and how many findings each has; and the rules that found something.',
    answer: detectorsAnswer,
  },
];

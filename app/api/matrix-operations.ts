import { layerParameters, matrixAnswer, matrixParameters, navigatorLayerAnswer } from '@/lib/interface';
import type { Operation } from './operation';

/** Techniques: what was found of them, what looks for them, and what cannot be seen. */
export const MATRIX_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/matrix',
    summary:
      'ATT&CK for Containers (`attack`) or the threat matrix of Microsoft for Kubernetes (`microsoft`): of each technique the findings, the rules and detectors that look for it, whether they are on, and what the data lacks for them.',
    parameters: matrixParameters,
    answer: matrixAnswer,
  },
  {
    method: 'get',
    path: '/api/matrix/layer',
    summary:
      'The matrix of ATT&CK as a layer of the ATT&CK Navigator; the score of a technique is the number of its findings.',
    parameters: layerParameters,
    answer: navigatorLayerAnswer,
  },
];

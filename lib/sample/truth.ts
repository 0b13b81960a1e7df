import type { Evidence } from './attack';

/** What happened in one step of the attack. Times are ISO 8601; the evidence is what queries find between them. */
export interface StepTruth {
  readonly name: string;
  readonly title: string;
  readonly techniques: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly touches: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** What is known about a sample beside its logs. */
export interface Truth {
  readonly seed: number;
  readonly cluster: string;
  readonly from: string;
  readonly to: string;
  readonly steps: readonly StepTruth[];
}

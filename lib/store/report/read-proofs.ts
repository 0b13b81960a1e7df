import type { HuntAnswer } from '@/lib/interface';
import type { ProofFacts } from '@/lib/report';
import { compareProof } from '../proofs';
import { eachInTime } from './each-in-time';

/** What each query step of a hunt remembers, held against what is there now, by the step's id. */
export function readProofs(hunt: HuntAnswer, signal?: AbortSignal): Promise<Map<string, ProofFacts>> {
  const steps = hunt.steps.flatMap((step) => (step.kind === 'query' && step.proof !== null ? [step] : []));
  return eachInTime(steps, ({ proof }) => compareProof(proof ?? '', signal));
}

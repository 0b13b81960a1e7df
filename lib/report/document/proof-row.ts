import type { ProofComparison, QueryStep } from '@/lib/interface';
import { formatCount, formatCounted } from '@/lib/text';
import type { ProofFacts } from '../report-facts';
import type { Inline } from './block';
import type { Times } from './times';

/** What a step remembers of its events, and whether they are still the same; no row where it remembers nothing. */
export function proofRow(step: QueryStep, proof: ProofFacts | undefined, times: Times): [string, Inline[]][] {
  if (step.proof === null || proof === undefined) return [];
  if ('problem' in proof) return [['Remembered', [`what it returned then is not known: ${proof.problem}`]]];
  return [['Remembered', [...remembered(proof, times), ...question(step, proof), ...comparedNow(proof)]]];
}

function remembered({ count, digest, at, by }: ProofComparison, times: Times): Inline[] {
  return [`${formatCounted(count, 'event')}, digest `, { code: digest }, `, by ${by}, ${times.moment(at)}`];
}

/** A proof outlives a change of its step, and whoever writes a hunt may name any: it says what it is of where that differs. */
function question({ selection }: QueryStep, proof: ProofComparison): Inline[] {
  const { q, types } = proof.selection;
  const isSame = q === selection.q && [...types].sort().join() === [...selection.types].sort().join();
  return isSame ? [] : ['; of another question than this one: ', q === '' ? 'every event' : { code: q }];
}

function comparedNow({ now, same, added, removed, gone }: ProofComparison): Inline[] {
  if (same) return ['; the same events now'];
  const from = gone.length === 0 ? '' : `; deleted, shortened or read again since: ${gone.join(', ')}`;
  return [
    `; now ${formatCounted(now.count, 'event')}, digest `,
    { code: now.digest },
    `: ${formatCount(added)} added, ${formatCount(removed)} removed${from}`,
  ];
}

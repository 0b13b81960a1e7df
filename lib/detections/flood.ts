import { CONFIDENCES, FINDING_LEVELS } from '@/lib/interface';
import type { Finding } from './finding';

/** From so many findings of one detector on, what it calls unusual is usual here. */
const FLOOD = 100;

/** What a finding is ranked by. */
type Ranked = Pick<Finding, 'level' | 'confidence' | 'from'>;

/**
 * What is kept of the findings of one detector. Where they are a flood, the worst and latest are kept, each says that there were more,
 * and none is sure: so many exceptions are a habit that the detector does not know.
 */
export function withoutFlood(findings: readonly Finding[]): readonly Finding[] {
  return madeWithoutFlood(findings, (finding) => finding);
}

/** The same of findings that are still to be made: of a flood, only those that are kept are. */
export function madeWithoutFlood<Seed extends Ranked>(
  seeds: readonly Seed[],
  make: (seed: Seed) => Finding,
): readonly Finding[] {
  if (seeds.length <= FLOOD) return seeds.map(make);
  const sure = ({ level, confidence }: Ranked) =>
    FINDING_LEVELS.indexOf(level) * CONFIDENCES.length + CONFIDENCES.indexOf(confidence);
  const ordered = [...seeds].sort((a, b) => sure(b) - sure(a) || b.from - a.from);
  const note = `One of ${seeds.length.toLocaleString('en-US')} such findings, of which the worst ${FLOOD} are shown: here this may be usual.`;
  return ordered.slice(0, FLOOD).map((seed) => {
    const finding = make(seed);
    return { ...finding, confidence: 'low', reason: `${finding.reason} ${note}` };
  });
}

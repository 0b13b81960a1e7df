import { CONFIDENCES, FINDING_LEVELS } from '@/lib/interface';
import type { Finding } from './finding';

/** From so many findings of one detector on, what it calls unusual is usual here. */
const FLOOD = 100;

/**
 * What is kept of the findings of one detector. Where they are a flood, the worst and latest are kept, each says that there were more,
 * and none is sure: so many exceptions are a habit that the detector does not know.
 */
export function withoutFlood(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= FLOOD) return findings;
  const sure = ({ level, confidence }: Finding) =>
    FINDING_LEVELS.indexOf(level) * CONFIDENCES.length + CONFIDENCES.indexOf(confidence);
  const ordered = [...findings].sort((a, b) => sure(b) - sure(a) || b.from - a.from);
  const note = `One of ${findings.length.toLocaleString('en-US')} such findings, of which the worst ${FLOOD} are shown: here this may be usual.`;
  return ordered
    .slice(0, FLOOD)
    .map((finding) => ({ ...finding, confidence: 'low', reason: `${finding.reason} ${note}` }));
}

import { describe, expect, it } from 'vitest';
import type { FindingAnswer, FindingLevel, FindingsAnswer, Verdict } from '@/lib/interface';
import { ALL_FINDINGS } from './findings-asked';
import { testFinding } from './test-finding';
import { withChange } from './with-change';

const finding = (id: string, level: FindingLevel, hour: number, verdict: Verdict = 'open'): FindingAnswer =>
  testFinding({
    ...{ id, level, verdict },
    from: new Date(hour * 3_600_000).toISOString(),
    to: new Date((hour + 1) * 3_600_000).toISOString(),
  });

const A = finding('a', 'critical', 1);
const B = finding('b', 'high', 9);
const C = finding('c', 'high', 2);
const ANSWER: FindingsAnswer = {
  findings: [A, B, C],
  total: 3,
  hidden: 1,
  byVerdict: { open: 3, benign: 1, suspicious: 0, evidence: 0 },
  detectedAt: '',
  behind: false,
};
const ids = ({ findings }: FindingsAnswer) => findings.map(({ id }) => id);

describe('what is shown after a change', () => {
  it('loses what is not asked for any more, and gets it back at its place', () => {
    const without = withChange(ANSWER, ALL_FINDINGS, B, { verdict: 'benign' });
    expect(ids(without)).toEqual(['a', 'c']);
    expect(without).toMatchObject({ total: 2, hidden: 2, byVerdict: { open: 2, benign: 2 } });
    expect(withChange(without, ALL_FINDINGS, { ...B, verdict: 'benign' }, { verdict: 'open' })).toEqual(ANSWER);
  });

  it('keeps what still passes, with its verdict and note', () => {
    const marked = withChange(ANSWER, ALL_FINDINGS, B, { verdict: 'evidence', note: 'the token' });
    expect(ids(marked)).toEqual(['a', 'b', 'c']);
    expect(marked.findings[1]).toMatchObject({ verdict: 'evidence', note: 'the token' });
    expect(marked).toMatchObject({ total: 3, hidden: 1, byVerdict: { open: 2, evidence: 1 } });
  });

  it('counts what is beyond the end of the list', () => {
    const first = { ...ANSWER, findings: [A] };
    expect(withChange(first, ALL_FINDINGS, C, { verdict: 'benign' })).toMatchObject({ findings: [A], total: 2 });
  });

  it('leaves alone what is about others, and what only the server can tell', () => {
    const back = { ...B, verdict: 'benign' as const };
    for (const asked of [
      { ...ALL_FINDINGS, detector: 'other' },
      { ...ALL_FINDINGS, level: 'critical' as const },
      { ...ALL_FINDINGS, types: ['node' as const] },
      { ...ALL_FINDINGS, contains: 'x' },
    ]) {
      const answer = { ...ANSWER, findings: [A] };
      expect(withChange(answer, asked, back, { verdict: 'open' })).toBe(answer);
    }
  });
});

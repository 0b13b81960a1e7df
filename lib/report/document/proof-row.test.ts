import { describe, expect, it } from 'vitest';
import type { ProofComparison, QueryStep } from '@/lib/interface';
import { proofRow } from './proof-row';
import { timesIn } from './times';

const SELECTION = { types: ['audit' as const], q: 'verb:get', from: null, to: null, source: null };
const STEP: QueryStep = {
  ...{ id: 'a', kind: 'query', title: '', selection: SELECTION, view: 'table', chart: null, columns: null },
  ...{ proof: 'proof', frozen: null },
};
const SAME: ProofComparison = {
  ...{ id: 'proof', at: '2026-01-05T10:00:00.000Z', by: 'ann', count: 1234, digest: 'ab' },
  selection: { ...SELECTION, since: null },
  ...{ now: { count: 1234, digest: 'ab' }, same: true, added: 0, removed: 0, gone: [] },
};
const UTC = timesIn('UTC');

function wordsOf(step: QueryStep, proof: Parameters<typeof proofRow>[1]): string {
  const [[, parts] = ['', []]] = proofRow(step, proof, UTC);
  return parts.map((part) => (typeof part === 'string' ? part : Object.values(part)[0])).join('');
}

describe('what a step remembers, in a report', () => {
  it('is its count and digest, and whether they are the same', () => {
    expect(wordsOf(STEP, SAME)).toBe('1,234 events, digest ab, by ann, 05 Jan 2026 10:00:00 UTC; the same events now');
  });

  it('is held against what is there now', () => {
    const now = { count: 1235, digest: 'cd' };
    expect(wordsOf(STEP, { ...SAME, now, same: false, added: 3, removed: 2, gone: ['old.log'] })).toMatch(
      /; now 1,235 events, digest cd: 3 added, 2 removed; deleted, shortened or read again since: old\.log$/,
    );
  });

  it('is not passed off as about another question', () => {
    const other = { ...STEP, selection: { ...SELECTION, q: 'verb:list' } };
    expect(wordsOf(other, SAME)).toContain('; of another question than this one: verb:get;');
  });

  it('is nothing where nothing was remembered, and says so where it is not known', () => {
    expect(proofRow({ ...STEP, proof: null }, undefined, UTC)).toEqual([]);
    expect(wordsOf(STEP, { problem: 'there is no proof' })).toContain('there is no proof');
  });
});

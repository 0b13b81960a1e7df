import { expect, test } from 'vitest';
import type { ProofComparison } from '@/lib/interface';
import { goneWords, proofWords, relationOf } from './proof-words';

const PROOF: ProofComparison = {
  ...{ id: 'a', at: '2026-01-31T12:00:00Z', by: 'ann', count: 1204, digest: 'd' },
  selection: { types: ['audit'], q: 'x', from: '2026-01-31T00:00:00.000Z', to: null, source: null, since: null },
  ...{ now: { count: 1204, digest: 'd' }, same: true, added: 0, removed: 0, gone: [] },
};
const SHOWN = { type: 'audit', q: 'x', from: '2026-01-31', to: null, source: null, since: null } as const;

test.each([
  [{}, 'Same 1,204 events'],
  [{ count: 1 }, 'The same event'],
  [{ count: 0 }, 'Still no event'],
  [{ same: false, added: 12, removed: 3 }, '12 added, 3 removed'],
  [{ same: false, added: 1200 }, '1,200 added'],
  [{ same: false }, '1,204 events as then, but not the same ones'],
])('%j reads "%s"', (change, words) => expect(proofWords({ ...PROOF, ...change })).toBe(words));

test('what is gone is named as text', () => {
  expect(goneWords(PROOF)).toBeNull();
  expect(goneWords({ ...PROOF, removed: 1 })).toBe('What was removed cannot be shown.');
  expect(goneWords({ ...PROOF, removed: 1, gone: ['a.log', 'b.log'] })).toContain('a.log, b.log were deleted');
});

test('a proof is held only against what it is about', () => {
  expect(relationOf(PROOF, SHOWN)).toBe('same');
  expect(relationOf(PROOF, { ...SHOWN, from: '2026-01-31T01:00:00+01:00' })).toBe('same');
  expect(relationOf(PROOF, { ...SHOWN, from: 'now-1h' })).toBe('moved');
  expect(relationOf(PROOF, { ...SHOWN, from: '2026-01-30' })).toBe('others');
  expect(relationOf(PROOF, { ...SHOWN, to: '2026-02-01' })).toBe('others');
  expect(relationOf(PROOF, { ...SHOWN, q: 'y' })).toBe('others');
  expect(relationOf(PROOF, { ...SHOWN, type: null })).toBe('others');
  expect(relationOf(PROOF, { ...SHOWN, source: 'a.log' })).toBe('others');
});

test('a proof of some lanes or sources is held against these, in any order', () => {
  const [one, two] = ['5a3b1e00-7c1d-4e57-8a5e-1d0c1de70001', '5a3b1e00-7c1d-4e57-8a5e-1d0c1de70002'];
  const proof: ProofComparison = {
    ...PROOF,
    selection: { ...PROOF.selection, types: ['node', 'audit'], source: `${one},${two}` },
  };
  const shown = { ...SHOWN, type: null, types: ['audit', 'node'], source: `${two},${one}` } as const;
  expect(relationOf(proof, shown)).toBe('same');
  expect(relationOf(proof, { ...shown, source: 'by name' })).toBe('same');
  expect(relationOf(proof, { ...shown, source: one })).toBe('others');
  expect(relationOf(proof, { ...shown, source: null })).toBe('others');
  expect(relationOf(proof, { ...shown, types: ['audit'] })).toBe('others');
});

import { describe, expect, it } from 'vitest';
import { DETECTORS } from '@/lib/detections';
import { LIBRARY } from '@/lib/library';
import { BUILT_IN_RULES } from '@/lib/rules';
import { sampleTruth } from '@/lib/sample';
import { idsWithin, isWithin, MATRIX_OF, searchTechniques, TACTICS, TECHNIQUES, techniqueOf } from '.';
import { OTHER_ROWS } from './other-techniques';

describe('techniques', () => {
  it('each have an id of their own, a name and a tactic', () => {
    expect(new Set(TECHNIQUES.map(({ id }) => id)).size).toBe(TECHNIQUES.length);
    for (const { id, name, tactics } of TECHNIQUES) {
      expect(id).toMatch(/^T\d{4}(\.\d{3})?$/);
      expect(name).not.toBe('');
      expect(tactics.length).toBeGreaterThan(0);
    }
  });

  it('leave no tactic without any', () => {
    const ids = [...TECHNIQUES.map(({ id }) => id), ...OTHER_ROWS.map(([id]) => id)];
    const served = new Set(ids.flatMap((id) => techniqueOf(id)?.tactics.map((tactic) => tactic.id) ?? []));
    expect([...served].sort()).toEqual(TACTICS.map(({ id }) => id).sort());
  });

  it('hold all that detectors, rules, hunts, the matrix of Microsoft and the sample name', () => {
    const threats = MATRIX_OF.microsoft.tactics.flatMap(({ cells }) => cells);
    const naming = [...DETECTORS, ...BUILT_IN_RULES, ...LIBRARY, ...threats, ...sampleTruth(7).steps];
    const named = naming.flatMap(({ techniques }) => techniques);
    expect(named.filter((id) => techniqueOf(id) === null)).toEqual([]);
  });

  it('are found by id', () => {
    expect(techniqueOf('T1611')?.name).toBe('Escape to Host');
    expect(techniqueOf('T9999')).toBeNull();
    expect(techniqueOf('T1685')?.id).toBe('T1562');
  });

  it('are searched by the beginning of their id and by words of their name', () => {
    expect(searchTechniques('t1685').map(({ id }) => id)).toEqual(['T1562', 'T1562.001']);
    expect(searchTechniques('t1611').map(({ id }) => id)).toEqual(['T1611']);
    expect(searchTechniques('cluster roles').map(({ id }) => id)).toEqual(['T1098.006']);
    expect(searchTechniques('nothing like it')).toEqual([]);
    expect(searchTechniques('')).toHaveLength(TECHNIQUES.length);
  });

  it('hold their sub-techniques, by the ids of either version', () => {
    expect(['T1562', 'T1562.001', 'T1685', 'T1685.002', 'T1685.005'].map((id) => isWithin(id, 'T1562'))).toEqual([
      ...[true, true, true, true],
      false,
    ]);
    expect(isWithin('T1552', 'T1552.007')).toBe(false);
    expect(idsWithin('T1070')).toEqual(expect.arrayContaining(['T1070', 'T1685.005', 'T1685.006']));
  });
});

import { describe, expect, it } from 'vitest';
import { DETECTORS } from '@/lib/detections';
import { sampleTruth } from '@/lib/sample';
import { searchTechniques, TACTICS, TECHNIQUES, techniqueOf } from '.';
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

  it('hold all that detectors and the sample name', () => {
    const named = [...DETECTORS, ...sampleTruth(7).steps].flatMap(({ techniques }) => techniques);
    expect(named.filter((id) => techniqueOf(id) === null)).toEqual([]);
  });

  it('are found by id', () => {
    expect(techniqueOf('T1611')?.name).toBe('Escape to Host');
    expect(techniqueOf('T9999')).toBeNull();
  });

  it('are searched by the beginning of their id and by words of their name', () => {
    expect(searchTechniques('t1611').map(({ id }) => id)).toEqual(['T1611']);
    expect(searchTechniques('cluster roles').map(({ id }) => id)).toEqual(['T1098.006']);
    expect(searchTechniques('nothing like it')).toEqual([]);
    expect(searchTechniques('')).toHaveLength(TECHNIQUES.length);
  });
});

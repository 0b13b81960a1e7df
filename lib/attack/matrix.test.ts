import { describe, expect, it, test } from 'vitest';
import { idInVersion18, MATRIX_OF, renamedTo, TECHNIQUES, tacticInVersion18, whyUnseen } from '.';

const cellsOf = (name: 'attack' | 'microsoft') => MATRIX_OF[name].tactics.flatMap(({ cells }) => cells);

describe('ATT&CK for Containers', () => {
  it('has 69 cells of 48 techniques under nine tactics', () => {
    expect(cellsOf('attack')).toHaveLength(69);
    expect(new Set(cellsOf('attack').map(({ id }) => id)).size).toBe(TECHNIQUES.length);
    expect(MATRIX_OF.attack.tactics.map(({ cells }) => cells.length)).toEqual([5, 7, 13, 11, 13, 8, 3, 2, 7]);
  });

  it('has sub-techniques under what they belong to, where that is in it', () => {
    const byId = new Map(cellsOf('attack').map((cell) => [cell.id, cell]));
    expect(byId.get('T1552.007')).toMatchObject({ name: 'Container API', parent: 'T1552' });
    expect(byId.get('T1059.013')).toMatchObject({
      name: 'Command and Scripting Interpreter: Container CLI/API',
      parent: null,
    });
  });
});

describe("Microsoft's threat matrix", () => {
  it('has 48 cells of 40 techniques under ten tactics', () => {
    expect(cellsOf('microsoft')).toHaveLength(48);
    expect(new Set(cellsOf('microsoft').map(({ id }) => id)).size).toBe(40);
    expect(MATRIX_OF.microsoft.tactics.map(({ cells }) => cells.length)).toEqual([5, 6, 6, 4, 4, 6, 5, 7, 2, 3]);
  });
});

test('what version 19 moved is known by either id', () => {
  expect(idInVersion18('t1685')).toBe('T1562');
  expect(idInVersion18('T1685.006')).toBe('T1070.002');
  expect(idInVersion18('T1609')).toBe('T1609');
  expect(renamedTo('T1562.001')).toEqual(['T1685']);
  expect(renamedTo('T1609')).toEqual([]);
  expect(tacticInVersion18('stealth')).toBe('TA0005');
  expect(tacticInVersion18('execution')).toBeNull();
});

test('what no log shows is in a matrix, and the reason is a sentence', () => {
  expect(whyUnseen('T1612')).toMatch(/\.$/);
  expect(whyUnseen('T1609')).toBeNull();
});

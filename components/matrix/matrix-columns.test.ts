import { expect, test } from 'vitest';
import type { MatrixCell } from '@/lib/interface';
import { matrixColumns, moved } from './matrix-columns';
import { matrixSummary } from './matrix-summary';

function cell(id: string, parent: string | null = null, said: Partial<MatrixCell> = {}): MatrixCell {
  return {
    ...{ id, name: id, parent, techniques: [id], renamed: [], state: 'watched', partly: false, findings: 0 },
    ...{ ofSubtechniques: 0, level: null, watchers: [], hunts: [], missing: [], unseen: null },
    ...said,
  };
}

const BLIND: Partial<MatrixCell> = { state: 'blind', missing: ['There are no network logs.'] };
const TACTICS = [
  { id: 'a', name: 'A', cells: [cell('T1'), cell('T1.001', 'T1'), cell('T2', null, BLIND)] },
  {
    id: 'b',
    name: 'B',
    cells: [cell('T2', null, BLIND), cell('T3', null, { state: 'unwatched', unseen: 'Nowhere.' })],
  },
];

test('sub-techniques stand under what they belong to, or are folded into it', () => {
  expect(matrixColumns(TACTICS, false)[0]?.map(({ nested }) => nested)).toEqual([false, true, false]);
  expect(matrixColumns(TACTICS, true)[0]?.map(({ cell: { id }, folded }) => [id, folded])).toEqual([
    ['T1', 1],
    ['T2', 0],
  ]);
});

test('arrows move within and across columns, and stop at the edges', () => {
  const columns = matrixColumns(TACTICS, false);
  const place = (column: number, row: number) => {
    const found = columns[column]?.[row];
    if (found === undefined) throw new Error('no such cell');
    return found;
  };
  expect(moved(columns, place(0, 0), 'ArrowDown')).toBe(place(0, 1));
  expect(moved(columns, place(0, 0), 'ArrowUp')).toBeNull();
  expect(moved(columns, place(0, 2), 'ArrowRight')).toBe(place(1, 1));
  expect(moved(columns, place(1, 1), 'ArrowRight')).toBeNull();
  expect(moved(columns, place(1, 1), 'Home')).toBe(place(1, 0));
  expect(moved(columns, place(0, 0), 'End')).toBe(place(0, 2));
  expect(moved(columns, place(0, 0), 'x')).toBeNull();
});

test('a technique under several tactics is counted once, with what hides it', () => {
  expect(matrixSummary(TACTICS)).toEqual({
    techniques: 4,
    counts: { found: 0, watched: 2, blind: 1, off: 0, unwatched: 0, unseen: 1 },
    lacks: [{ sentence: 'There are no network logs.', techniques: 1 }],
    inPart: 0,
    partLacks: [],
  });
});

import { expect, test } from 'vitest';
import { COLUMN } from './column-catalogue';
import { SegmentColumnsBuilder } from './segment-columns';
import { valueCounts } from './value-counts';

const ROWS = 4000;

type Values = readonly (readonly [keyof typeof COLUMN, string])[];

/** The fields that are counted when each event has these values. */
function counted(values: (row: number) => Values): Set<string> {
  const columns = new SegmentColumnsBuilder();
  for (let row = 0; row < ROWS; row += 1) {
    columns.setTime(row, row);
    for (const [name, value] of values(row)) columns.set(row, COLUMN[name], value);
  }
  return new Set(Array.from(valueCounts(columns.finish(ROWS)), ({ name }) => name));
}

test('values that many events share are counted, and what differs from event to event is not', () => {
  const names = counted((row) => [
    ['namespace', `n${row % 3}`],
    ['src_ip', `10.0.${row >> 8}.${row & 255}`],
    ['dst_ip', `10.1.0.${row % 900}`],
  ]);
  expect(names).toEqual(new Set(['namespace', 'dst_ip']));
});

test('paths, names, callers and the layers of a format are never counted', () => {
  const values: Values = [
    ['path', '/'],
    ['name', 'cart'],
    ['caller', 'a.go:1'],
    ['envelope', 'cri'],
    ['format', 'klog'],
  ];
  expect(counted(() => values).size).toBe(0);
});

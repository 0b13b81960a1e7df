import { expect, test } from 'vitest';
import { LOG_TYPES } from '@/lib/events';
import { COLUMNS, columnsOfType, flexibleColumn, readColumns, writeColumns } from './columns';

test('every type starts with columns that exist, time first', () => {
  for (const type of [null, ...LOG_TYPES]) {
    const ids = columnsOfType(type).map((choice) => choice.id);
    expect(ids[0]).toBe('time');
    for (const id of ids) expect(COLUMNS.has(id), id).toBe(true);
  }
});

test('columns come back from the address as they went in', () => {
  const choices = [
    { id: 'time', width: null },
    { id: 'user', width: 310 },
    { id: 'message', width: null },
  ];
  expect(writeColumns(choices, 'audit')).toEqual(['time', 'user:310', 'message']);
  expect(readColumns(['time', 'user:310', 'message'], 'audit')).toEqual(choices);
});

test('the own columns of a type are not written', () => {
  expect(writeColumns(columnsOfType('network'), 'network')).toBeNull();
});

test('an address of nonsense gives the default columns, a bad width the default width', () => {
  expect(readColumns(['__proto__', 'nonsense'], 'node')).toEqual(columnsOfType('node'));
  expect(readColumns(['user:abc', 'user', 'verb:9'], 'audit')).toEqual([
    { id: 'user', width: null },
    { id: 'verb', width: null },
  ]);
});

test('the message takes the width that is left, unless a person set it', () => {
  expect(flexibleColumn(columnsOfType('application'))).toBe('message');
  expect(flexibleColumn(columnsOfType('audit'))).toBe('name');
  expect(
    flexibleColumn([
      { id: 'time', width: null },
      { id: 'message', width: 300 },
    ]),
  ).toBeNull();
});

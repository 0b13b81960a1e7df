import { expect, test } from 'vitest';
import { QUERY_FIELDS } from '@/lib/query';
import { fieldOptions } from './field-options';

const names = (typed: string) =>
  fieldOptions(typed, QUERY_FIELDS).map(({ field, alias }) =>
    alias === null ? field.name : `${field.name} (${alias})`,
  );

test('a field is found by its name, a part of it, or an alias, which is named', () => {
  expect(names('ver')).toEqual(['verb', 'verdict', 'severity']);
  expect(names('objectref.res')).toEqual(['resource (objectRef.resource)']);
  expect(names('ip').slice(0, 2)).toEqual(['src_ip', 'dst_ip']);
  expect(names('lev')[0]).toBe('severity (level)');
  expect(names('no such field')).toEqual([]);
});

test('nothing typed offers every field in the order of the catalogue', () => {
  expect(names('')).toEqual(QUERY_FIELDS.map(({ name }) => name));
});

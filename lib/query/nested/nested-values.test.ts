import { expect, test } from 'vitest';
import { nestedTest } from './nested-test';
import { nestedValues } from './nested-values';

const TEXT =
  'I1101 {"spec":{"hostNetwork":true,"containers":[{"image":"a"},{"image":"b"},{"image":"a"}],"none":null,"deep":{}}}';

test.each([
  ['spec.hostNetwork', ['true']],
  ['spec.containers.image', ['a', 'b']],
  ['spec.containers.1.image', ['b']],
  ['spec.none', []],
  ['spec.deep', []],
  ['elsewhere', []],
])('%s leads to %j', (name, values) => {
  expect(nestedValues(TEXT, name)).toEqual(values);
});

test('each value is one that a clause on the path finds', () => {
  for (const value of nestedValues(TEXT, 'spec.containers.image')) {
    const field = { name: 'spec.containers.image', kind: 'attribute', label: 'image', column: null } as const;
    expect(nestedTest({ field, matcher: { kind: 'equals', value } })(TEXT)).toBe(true);
  }
});

import { expect, test } from 'vitest';
import { parseObject } from './passes';
import { unparsedReason } from './unparsed';

const MANY = 400_000;

test('an object of more values than memory bears is not taken apart, whatever the values are', () => {
  for (const value of ['{}', '[]', '1', '"a"']) {
    const text = `{"a":[${`${value},`.repeat(MANY)}1]}`;
    expect(parseObject(text)).toBeNull();
    expect(unparsedReason(text)).toContain('more values');
    // Cut as a line of 16 MB is: nothing may be built before the end is missed.
    expect(unparsedReason(text.slice(0, -2))).toContain('more values');
  }
});

test('commas and brackets inside a text are no values', () => {
  const text = `{"a":${JSON.stringify('[,{",\\"'.repeat(MANY))}}`;
  expect(parseObject(text)).not.toBeNull();
  expect(parseObject(`{"a":[${'{"b":1},'.repeat(50_000)}1]}`)).not.toBeNull();
});

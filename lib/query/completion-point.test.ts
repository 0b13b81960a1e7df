import { describe, expect, test } from 'vitest';
import { completionPoint, queryAround } from './completion-point';

describe('completionPoint', () => {
  test.each([
    ['verb:', 'verb', '', 5],
    ['verb:del', 'verb', 'del', 5],
    ['a and -verb: ', 'verb', '', 13],
    ['user:"system:no', 'user', 'system:no', 5],
    ['(user.username:sys', 'user', 'sys', 15],
    ['user:(', 'user', '', 6],
    ['user:(ann or b', 'user', 'b', 13],
    ['user:(ann ', 'user', '', 10],
    ['severity>=', 'severity', '', 10],
    ['severity>=w', 'severity', 'w', 10],
    ['spec.hostNetwork:', 'spec.hostNetwork', '', 17],
    ['user:system:node', 'user', 'system:node', 5],
    ['pod:api*', 'pod', 'api*', 4],
  ])('%j is a value of %s: %j from %d', (text, field, typed, from) => {
    expect(completionPoint(text, text.length)).toMatchObject({ kind: 'value', field: { name: field }, typed, from });
  });

  test.each([
    ['', '', 0],
    ['ver', 'ver', 0],
    ['user:(ann) ', '', 11],
    ['user:(ann) st', 'st', 11],
    ['verb:get a', 'a', 9],
    ['verb:get -', '', 10],
    ['(', '', 1],
  ])('%j is a word: %j from %d', (text, typed, from) => {
    expect(completionPoint(text, text.length)).toEqual({ kind: 'word', typed, from });
  });

  test.each([
    ['user:field(', '', 11],
    ['user:field( na', 'na', 12],
    ['a user:(x or *field(objectRef.n', 'objectRef.n', 20],
  ])('%j is the name of another field: %j from %d', (text, typed, from) => {
    expect(completionPoint(text, text.length)).toEqual({ kind: 'other-field', typed, from });
  });

  test.each(['user:/a b', 'user:/ab/', 'status:[1', '"a b"', 'user:(ann)'])('%j is nothing to complete', (text) => {
    expect(completionPoint(text, text.length)?.kind === 'word').toBe(
      text.includes('a b') && text.startsWith('user:/a'),
    );
  });
});

describe('queryAround', () => {
  test.each([
    ['verb:del', 0, ''],
    ['verb:get user:', 9, 'verb:get and *'],
    ['not user:b verb:get', 4, '* and verb:get'],
    ['a -user:', 3, 'a and *'],
    ['verb:get and (a or user:(b or c', 19, 'verb:get and (a or *)'],
    ['user:(a or b) status>=400', 0, '* and status>=400'],
    ['(user:x) verb:get', 1, '* and verb:get'],
    ['severity>=w node:n', 0, '* and node:n'],
    ['verb:(', 0, ''],
    ['status:abc user:', 11, ''],
  ])('of %j at %d is %j', (text, fieldFrom, rest) => {
    expect(queryAround(text, fieldFrom)).toBe(rest);
  });
});

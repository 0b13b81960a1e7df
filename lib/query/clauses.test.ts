import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf, narrowedTo, topClauses, withClause, withFilter, withoutClause } from './clauses';
import { parseQuery } from './parse';
import { hostileText } from './testing/arbitrary-query';

describe('clausesOf', () => {
  test('gives the values that are filtered by, and where they stand', () => {
    const text = 'user:bob and -verb:(get or list) and status:404 and (a or user:x) and name:y* and level:warn';
    const clauses = clausesOf(text).map(({ from, to, ...clause }) => ({ ...clause, text: text.slice(from, to) }));
    expect(clauses).toEqual([
      { field: 'user', value: 'bob', negated: false, text: 'user:bob' },
      { field: 'verb', value: 'get', negated: true, text: '-verb:(get or list)' },
      { field: 'verb', value: 'list', negated: true, text: '-verb:(get or list)' },
      { field: 'status', value: '404', negated: false, text: 'status:404' },
      { field: 'severity', value: 'warning', negated: false, text: 'level:warn' },
    ]);
  });

  test.each(['', '*', 'user:a or user:b', 'user:(', 'word'])('%j has none', (text) => {
    expect(clausesOf(text)).toEqual([]);
  });
});

describe('withClause', () => {
  test.each([
    ['', 'user', 'bob', 'include', 'user:bob'],
    ['*', 'user', 'bob', 'exclude', '-user:bob'],
    ['timeout bytes>1MB', 'user', 'bob', 'include', 'timeout bytes>1MB user:bob'],
    ['a and b', 'user', 'bob', 'exclude', 'a and b and -user:bob'],
    ['a or b', 'user', 'bob', 'include', '(a or b) user:bob'],
    ['(a or b)', 'user', 'bob', 'include', '(a or b) user:bob'],
    ['(a) or (b)', 'user', 'bob', 'include', '((a) or (b)) user:bob'],
    ['user:bob', 'user', 'BOB', 'include', 'user:bob'],
    ['user:bob x', 'user', 'bob', 'exclude', 'x -user:bob'],
    ['not user:bob x', 'user', 'bob', 'include', 'x user:bob'],
    ['user:ann x', 'user', 'bob', 'include', 'user:(ann or bob) x'],
    ['user:(ann or bob) x', 'user', 'ann', 'exclude', 'user:bob x -user:ann'],
    ['-user:ann', 'user', 'bob', 'exclude', '-user:ann -user:bob'],
    ['', 'status', '404', 'include', 'status:404'],
    ['', 'path', '/api "x" *', 'include', 'path:"/api \\"x\\" *"'],
    ['', 'src_ip', 'fe80::1', 'include', 'src_ip:"fe80::1"'],
    ['', 'odd name', 'x', 'include', 'odd\\ name:x'],
    ['x', 'status', 'abc', 'include', 'x'],
    ['user:(', 'verb', 'get', 'include', 'user:( verb:get'],
  ] as const)('%j with %s %s: %s', (text, field, value, mode, expected) => {
    expect(withClause(text, field, value, mode)).toBe(expected);
  });

  test('whatever the value, what was added is found again and can be taken out', () => {
    const names = fc.constantFrom('user', 'message', 'src_ip', 'some.attribute', 'a "b":c');
    fc.assert(
      fc.property(names, hostileText, fc.constantFrom('include' as const, 'exclude' as const), (field, value, mode) => {
        const text = withClause('before verb:get', field, value, mode);
        expect(() => parseQuery(text)).not.toThrow();
        const [, added] = clausesOf(text);
        expect(added).toMatchObject({ field, value, negated: mode === 'exclude' });
        expect(withClause(text, field, value, mode)).toBe(text);
        expect(withoutClause(text, field, value)).toBe('before verb:get');
      }),
      { numRuns: 300 },
    );
  });
});

describe('withoutClause', () => {
  test.each([
    ['user:bob', 'user', 'bob', ''],
    ['a and user.name:Bob and b', 'user', 'bob', 'a and b'],
    ['a -user:bob b', 'user', 'bob', 'a b'],
    ['verb:(get or list or watch)', 'verb', 'list', 'verb:(get or watch)'],
    ['a or  user:bob', 'user', 'bob', 'a or  user:bob'],
    ['user:(', 'user', 'bob', 'user:('],
  ])('%j without %s %s', (text, field, value, expected) => {
    expect(withoutClause(text, field, value)).toBe(expected);
  });
});

test.each([
  ['verb:list | count by user', 'verb:list user:ada | count by user'],
  ['| top 5 user', 'user:ada | top 5 user'],
  ['message:"a|b" | where status>400 | count', 'message:"a|b" user:ada | where status>400 | count'],
])('a filter goes before the steps of %s', (text, expected) => {
  const added = withClause(text, 'user', 'ada', 'include');
  expect(added).toBe(expected);
  expect(clausesOf(added)).toContainEqual(expect.objectContaining({ field: 'user', value: 'ada' }));
  expect(withoutClause(added, 'user', 'ada')).toBe(text);
});

test.each([
  ['verb:list | count by user', { user: 'ada' }, 'verb:list user:ada'],
  ['user:(ada or bob) | count by user', { user: 'ada' }, 'user:ada'],
  ['a or b | rare user, verb', { user: 'x y', verb: null }, '(a or b) user:"x y" -verb:*'],
  ['* | where status>=400 | count by status', { status: 403 }, 'status>=400 status:403'],
  ['a | where b | count by user', { user: 'ada' }, 'a and b and user:ada'],
  ['| count by "odd name", severity', { 'odd name': '1', severity: 'error' }, 'odd\\ name:1 severity:error'],
])('the rows of %s lead to their events', (text, values, expected) => {
  const pairs = Object.entries(values).map(([field, value]) => ({ field, value }));
  expect(narrowedTo(text, pairs)).toBe(expected);
});

describe('topClauses', () => {
  test('gives each with what is left without it', () => {
    const clauses = topClauses('user:bob and (a or b) and not verb:get');
    expect(clauses.map(({ text, rest }) => [text, rest])).toEqual([
      ['user:bob', '(a or b) and not verb:get'],
      ['(a or b)', 'user:bob and not verb:get'],
      ['not verb:get', 'user:bob and (a or b)'],
    ]);
    expect(topClauses('a or b').map(({ text, rest }) => [text, rest])).toEqual([['(a or b)', '']]);
    expect(topClauses('')).toEqual([]);
  });

  test('puts another value in', () => {
    const text = 'x user:(bob or ann)  y';
    const [, clause] = topClauses(text);
    if (clause?.filter == null) throw new Error('no filter');
    expect(withFilter(text, clause, { ...clause.filter, values: ['eve'] })).toBe('x user:eve  y');
  });
});

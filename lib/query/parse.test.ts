import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeQuery } from './describe';
import { checkQuery, parseQuery } from './parse';
import { printQuery } from './print';
import { QueryError } from './query-error';
import { arbitraryQuery, hostileText } from './testing/arbitrary-query';
import { withoutSpans } from './testing/without-spans';

describe('parseQuery', () => {
  test.each([
    ['', '*'],
    ['  * ', '*'],
    [
      'verb:delete and not user:system\\:* and namespace:(payments or kube-system)',
      'verb:delete and not user:system\\:* and namespace:(payments or kube-system)',
    ],
    [
      'status>=400 src_ip:10.0.0.0/8 "certificate has expired"',
      'status>=400 and src_ip:10.0.0.0/8 and "certificate has expired"',
    ],
    ['a or b c', 'a or (b and c)'],
    ['a AND b OR NOT c', '(a and b) or not c'],
    ['a && b || c', '(a and b) or c'],
    ['-user:bob -"x y" -(a or b)', 'not user:bob and not "x y" and not (a or b)'],
    ['objectRef.resource:secrets USER.USERNAME:bob', 'resource:secrets and user:bob'],
    ['level:err @timestamp>now-1h', 'severity:error and time>now-1h'],
    ['status : 5', 'status and ":" and 5'],
    ['user: bob', 'user:bob'],
    ['"verb":"delete"', 'verb:delete'],
    ['https://example.org/x 10:30:05 std::bad_alloc', '"https://example.org/x" and "10:30:05" and "std::bad_alloc"'],
    ['failed: timeout', '"failed:" and timeout'],
    ['--kubeconfig a->b foo <bar>', '"--kubeconfig" and "a->b" and foo and "<bar>"'],
    ['system:anonymous main.go:33 "system":x', '"system:anonymous" and "main.go:33" and "system":x'],
    ['!user:bob !(a or b) !=', 'not user:bob and not (a or b) and "!="'],
    ['path:/api/v1/pods and path:/healthz', 'path:"/api/v1/pods" and path:"/healthz"'],
    ['path:/ or path:/healthz/', 'path:"/" or path:/healthz/'],
    ['message:/connection (refused|reset)/', 'message:/connection (refused|reset)/'],
    ['user:(system:admin "a b" -c)', 'user:system:admin or user:"a b" or not user:c'],
    ['user:(a)', 'user:a'],
    ['bytes:(-5 or >10KiB)', 'bytes:(-5 or >10240)'],
    ['message:(*a* and not *b*)', 'message:*a* and not message:*b*'],
    ['duration>250ms duration_ms:[1s TO 2m}', 'duration_ms>250 and duration_ms:[1000 TO 120000}'],
    ['status:[* TO *]', 'status:*'],
    ['elapsed > 5', 'elapsed:>5'],
    ['conn*refused wh?t', 'conn*refused and wh?t'],
    ['a\\ b\\*', '"a b*"'],
    ['"C:\\Windows" "say \\"hi\\" \\\\"', '"C:\\\\Windows" and "say \\"hi\\" \\\\"'],
    ['a\\', '"a\\\\"'],
    ['""', '*'],
    ['verb:and', 'verb:"and"'],
    ['src_ip:"10.0.0.0/8"', 'src_ip:"10.0.0.0/8"'],
    ['id:1000000000.17', 'id:1000000000-17'],
  ])('reads %s', (text, printed) => {
    const query = parseQuery(text);
    expect(printQuery(query)).toBe(printed);
    expect(withoutSpans(parseQuery(printQuery(query)))).toEqual(withoutSpans(query));
  });

  test.each([
    ['user:', 4, 5, /value is missing/],
    ['verb:delete and', 15, 15, /missing at the end/],
    ['or a', 0, 2, /both sides/],
    ['(a or b', 0, 1, /not closed/],
    ['a)', 1, 2, /never opened/],
    ['a ()', 2, 3, /nothing is in the parentheses/],
    ['"abc', 0, 4, /quotation mark/],
    ['status:abc', 7, 10, /status needs a number/],
    ['severity>=loud', 8, 14, /trace, debug/],
    ['type:nodes', 5, 10, /application, node/],
    ['user>5', 4, 6, /has no order/],
    ['verb:list | count by user', 10, 11, /only a filter can stand here/],
    ['src_ip:10.0.0.0/99', 7, 18, /10\.0\.0\.0\/8/],
    ['message:[ERROR] x', 8, 15, /range is written/],
    ['message:/a(b/', 10, 11, /not closed/],
    ['message:/(?=a)/', 9, 10, /look-around/],
    ['message:/(a)\\1/', 12, 13, /not supported/],
    ['time:2026-01-01', 5, 15, /time>now-1h/],
    ['time>yesterday', 4, 14, /not a time/],
    ['elapsed>5s', 7, 10, /unit of elapsed/],
    ['status>(1)', 7, 8, /one value/],
    ['status>4*', 7, 9, /one plain value/],
    ['a\0b', 1, 2, /NUL/],
    ['not '.repeat(100), 256, 259, /nested/],
    ['('.repeat(100), 64, 65, /nested/],
    ['x'.repeat(20_001), 20_000, 20_001, /20000 characters/],
  ])('refuses %.40j', (text, from, to, message) => {
    const error = checkQuery(text);
    expect(error?.message).toMatch(message);
    expect(error?.at).toEqual({ from, to });
  });

  test('gives every node its place', () => {
    const text = 'user:bob and (a or -"x y")';
    const query = parseQuery(text);
    if (query.kind !== 'and') throw new Error('not an and');
    expect(query.of.map(({ at }) => text.slice(at.from, at.to))).toEqual(['user:bob', '(a or -"x y")']);
  });

  test('reads back what was printed, whatever the query', () => {
    fc.assert(
      fc.property(arbitraryQuery, (query) => {
        expect(withoutSpans(parseQuery(printQuery(query)))).toEqual(withoutSpans(query));
        expect(describeQuery(query)).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
  });

  test('reads back a value that begins like a negation', () => {
    const query = parseQuery('dst_ip:(10.0.0.1 or "-x")');
    expect(withoutSpans(parseQuery(printQuery(query)))).toEqual(withoutSpans(query));
  });

  test('throws nothing but QueryError, with a place inside the text', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      '\\',
      ':',
      'user:',
      'and ',
      'not ',
      '-',
      '>=',
      '[',
      ' TO ',
      ']',
      '/',
      '|',
      '*',
      ' ',
      'a',
      '\0',
      '5MB',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(pieces, hostileText)).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          parseQuery(text);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
          const { at } = error as QueryError;
          expect(0 <= at.from && at.from <= at.to && at.to <= text.length).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('stays quick on the longest and worst texts', () => {
    const started = performance.now();
    for (const piece of ['(', ')', '"', 'a:/', 'a:[', '-', '\\', 'not ', 'user:(', 'a ', '*', 'a:/x{255}{', '"a":']) {
      checkQuery(piece.repeat(20_000 / piece.length));
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

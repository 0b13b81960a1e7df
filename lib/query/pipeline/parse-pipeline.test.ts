import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { QueryError } from '../query-error';
import { arbitraryPipeline } from '../testing/arbitrary-pipeline';
import { hostileText } from '../testing/arbitrary-query';
import { withoutSpans } from '../testing/without-spans';
import { describePipeline, printPipeline } from './describe-pipeline';
import { checkPipeline, parsePipeline, splitPipeline } from './parse-pipeline';
import { planOf } from './plan';

describe('parsePipeline', () => {
  test.each([
    ['verb:delete', 'verb:delete'],
    ['| count', '* | count'],
    ['* | count()', '* | count'],
    ['* | count(*) by user', '* | count by user'],
    ['a || b | COUNT BY User', 'a or b | count by user'],
    ['* | sum(bytes) by src_pod', '* | sum bytes by src_pod'],
    ['* | sum bytes by src_pod', '* | sum bytes by src_pod'],
    ['* | stats count, mean(duration) by user.username', '* | count, avg duration_ms by user'],
    [
      '* | count, sum bytes, quantile 0.95 duration_ms by pod',
      '* | count, sum bytes, quantile 0.95 duration_ms by pod',
    ],
    ['* | quantile(duration, 95%), p99.9 bytes', '* | quantile 0.95 duration_ms, quantile 0.999 bytes'],
    ['* | quantile(0.5, bytes) as middle', '* | quantile 0.5 bytes as middle'],
    ['* | total bytes as "all of it" by "odd, name"', '* | sum bytes as "all of it" by "odd, name"'],
    ['* | count by a\\|b', '* | count by "a|b"'],
    ['* | count by "by"', '* | count by "by"'],
    ['* | count by user, user, namespace', '* | count by user, namespace'],
    ['message:"a | b" | top 5 by user', 'message:"a | b" | top 5 user'],
    ['message:/a|b/ | rare verb', 'message:/a|b/ | rare verb'],
    ['a\\|b|count', '"a|b" | count'],
    ['* | new user, verb, resource vs 7d', '* | new user, verb, resource vs 7d'],
    ['* | new user', '* | new user vs 7d'],
    ['* | new user vs 90m', '* | new user vs 90m'],
    ['* | timeline', '* | timeline'],
    ['* | timeline 60m by verb', '* | timeline 1h by verb'],
    ['* | timeline 5m avg duration by pod', '* | timeline 5m avg duration_ms by pod'],
    ['* | sort -bytes, user asc, status desc', '* | sort bytes desc, user, status desc'],
    ['* | count by user | sort count | head 5', '* | count by user | sort count | limit 5'],
    ['* | count by objectRef.resource | sort objectRef.resource', '* | count by resource | sort resource'],
    ['* | count by user | where count>10 and user:sys*', '* | count by user | where count>10 and user:sys*'],
    ['* | where user:bob | count | where count>1', '* | where user:bob | count | where count>1'],
    ['* | max duration by pod | where max_duration_ms>2s', '* | max duration_ms by pod | where max_duration_ms>2000'],
    ['* | count by user, verb | count by user', '* | count by user, verb | count by user'],
    ['* | fields time, user | limit 3', '* | fields time, user | limit 3'],
  ])('reads %s', (text, printed) => {
    const pipeline = parsePipeline(text);
    expect(printPipeline(pipeline)).toBe(printed);
    expect(withoutSpans(parsePipeline(printed))).toEqual(withoutSpans(pipeline));
  });

  test.each([
    ['* |', 2, 3, /a step is missing after \|/],
    ['* | | count', 2, 3, /a step is missing/],
    ['* | cuont by user', 4, 9, /"cuont" is not a step; did you mean count/],
    ['* | frobnicate', 4, 14, /there are count, sum/],
    ['* | sum', 4, 7, /name is missing after sum/],
    ['* | sum user', 8, 12, /sum needs a number field/],
    ['* | min user', 8, 12, /has no order/],
    ['* | count user', 10, 14, /count by user/],
    ['* | count by', 10, 12, /name is missing after by/],
    ['* | count by user verb', 18, 22, /comma missing before it/],
    ['* | count by time', 13, 17, /timeline 1h/],
    ['* | count by id', 13, 15, /differs from event to event/],
    ['* | count by user, 5', 19, 20, /not the name of a field/],
    ['* | sum(bytes by pod', 14, 16, /a \) is missing/],
    ['* | quantile duration', 13, 21, /how much is missing/],
    ['* | quantile 95 duration', 13, 15, /between 0 and 1/],
    ['* | count, count', 4, 16, /two columns would be called "count"/],
    ['* | count by count', 4, 18, /two columns/],
    ['* | top 0 user', 8, 9, /1 or more/],
    ['* | top', 4, 7, /name is missing after top/],
    ['* | limit', 4, 9, /write limit 10/],
    ['* | limit ten', 10, 13, /write limit 10/],
    ['* | new user vs week', 16, 20, /7d, 24h/],
    ['* | count by user | new user', 20, 28, /put it before/],
    ['* | limit 5 | new user', 14, 22, /put it before/],
    ['time>now-1h | new user', 0, 11, /choose the time with the range/],
    ['* | timeline 5', 13, 14, /written 30s/],
    ['* | timeline 5MB', 13, 16, /written 30s/],
    ['* | count by user | timeline', 20, 28, /timeline looks at events/],
    ['* | count by user | sort bytes', 25, 30, /no column "bytes" here; there are user, count/],
    ['* | count by user | sort coutn', 25, 30, /did you mean count/],
    ['* | count by user | where', 20, 25, /a condition is missing/],
    ['* | count by user | where bob', 26, 29, /no text to search/],
    ['* | count by user | where verb:x', 26, 30, /no column "verb"/],
    ['* | count by user | where (count>1', 26, 27, /not closed/],
    ['* | count by "user', 13, 18, /quotation mark is not closed/],
    ['(a | count', 3, 4, /cannot stand in parentheses/],
    ['user: | count', 4, 5, /a value is missing/],
    [`*${' | count'.repeat(17)}`, 130, 131, /at most 16 steps/],
  ])('refuses %s', (text, from, to, message) => {
    const error = checkPipeline(text);
    expect(error?.message).toMatch(message);
    expect(error?.at).toEqual({ from, to });
  });

  test('reads back what was printed, whatever the steps', () => {
    fc.assert(
      fc.property(arbitraryPipeline, (text) => {
        const pipeline = parsePipeline(text);
        expect(withoutSpans(parsePipeline(printPipeline(pipeline)))).toEqual(withoutSpans(pipeline));
        expect(describePipeline(pipeline)).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('throws nothing but QueryError, with a place inside the text', () => {
    const pieces = fc.constantFrom(
      ...['|', ' | ', 'count', ' by ', 'user', ',', '(', ')', '"', '\\', 'sum ', 'bytes', 'top 5 ', 'where '],
      ...['count>1', 'new ', ' vs 7d', 'timeline ', '1h', 'sort -', 'limit ', '9', 'fields ', ' as ', 'quantile 0.9 '],
    );
    const texts = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, hostileText), { maxLength: 14 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        try {
          planOf(parsePipeline(text));
        } catch (error) {
          if (!(error instanceof QueryError)) throw error;
          expect(error.at.from >= 0 && error.at.from <= error.at.to && error.at.to <= text.length).toBe(true);
        }
        const { filter, steps } = splitPipeline(text);
        expect(filter + steps).toBe(text);
      }),
      { numRuns: 2000 },
    );
  }, 30_000);
});

test('what where says of all events is one more filter', () => {
  const { filter, steps } = planOf(
    parsePipeline('type:audit | where user:bob word | sort time | where verb:get | count'),
  );
  expect(filter).toMatchObject({ kind: 'and', of: [{}, {}, {}, {}] });
  expect(steps.map(({ kind }) => kind)).toEqual(['sort', 'group']);
  const later = planOf(parsePipeline('* | limit 5 | where user:bob'));
  expect(later.filter.kind).toBe('everything');
  expect(later.steps.map(({ kind }) => kind)).toEqual(['limit', 'where']);
});

test('top and rare are counts, sorted and cut', () => {
  expect(planOf(parsePipeline('* | top 3 user')).steps).toMatchObject([
    { kind: 'group', by: [{ name: 'user' }], aggregates: [{ kind: 'count', name: 'count' }] },
    { kind: 'sort', keys: [{ field: { name: 'count' }, descending: true }] },
    { kind: 'limit', rows: 3 },
  ]);
});

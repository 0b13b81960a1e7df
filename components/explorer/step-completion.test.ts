import { expect, test } from 'vitest';
import { stepAtEnd } from '@/lib/query';
import { completeStep } from './step-completion';

function offered(text: string) {
  const step = stepAtEnd(text);
  if (step === null) return null;
  const { from, options } = completeStep(step, text.length);
  return { from, labels: options.map(({ label }) => label) };
}

test('a filter is no step', () => {
  expect(offered('user:"a | b"')).toBeNull();
});

test('steps and functions are offered behind a pipe', () => {
  expect(offered('a | ')?.labels).toEqual(expect.arrayContaining(['count', 'sum', 'top', 'rare', 'new', 'timeline']));
  expect(offered('a | to')?.from).toBe(4);
});

test('fields are offered where fields may stand', () => {
  for (const text of ['a | count by us', 'a | top 5 us', 'a | rare user, us', 'a | fields us', 'a | sum(us']) {
    expect([text, offered(text)?.from]).toEqual([text, text.length - 2]);
    expect(offered(text)?.labels).toContain('user');
  }
  expect(offered('a | count ')?.labels).toContain('by');
  expect(offered('a | count, ')?.labels).toContain('sum');
});

test('columns are offered behind a count', () => {
  expect(offered('a | count, sum bytes by user | sort ')?.labels).toEqual(['user', 'count', 'sum_bytes']);
  expect(offered('a | count by user | where co')?.labels).toEqual(['user', 'count']);
});

test('what may end a list is offered behind it', () => {
  expect(offered('a | new user ')?.labels).toEqual(['vs 7d']);
  expect(offered('a | sort user ')?.labels).toEqual(['desc']);
  expect(offered('a | limit ')?.labels).toEqual([]);
});

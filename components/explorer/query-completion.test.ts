import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect, test, vi } from 'vitest';
import { type CompletionSources, completeQuery, quoted } from './query-completion';

test('a value that is no plain word is quoted', () => {
  expect(quoted('kube-system')).toBe('kube-system');
  expect(quoted('system:node:a')).toBe('"system:node:a"');
  expect(quoted('say "hi" \\ bye')).toBe('"say \\"hi\\" \\\\ bye"');
  expect(quoted('or')).toBe('"or"');
  expect(quoted('-x')).toBe('"-x"');
});

async function complete(text: string, sources: Partial<CompletionSources> = {}) {
  const context = new CompletionContext(EditorState.create({ doc: text }), text.length, false);
  const values = async () => ({ values: [], distinct: 0 });
  return completeQuery({ recent: () => [], values, ...sources })(context);
}

test('values are asked for with what is typed of them and the rest of the query, and keep their order', async () => {
  const values = vi.fn(async () => ({
    values: [
      { value: 'b\u202ex', count: 1200 },
      { value: 'a', count: 3 },
    ],
    distinct: 9,
  }));
  const result = await complete('verb:get user:(ann or b', { values });
  expect(values).toHaveBeenCalledWith('user', 'b', 'verb:get and *', expect.any(AbortSignal));
  expect(result?.filter).toBe(false);
  expect(result?.options.map(({ displayLabel, apply, detail }) => [displayLabel, apply, detail])).toEqual([
    ['b⟨U+202E⟩x', '"b\u202ex"', '1,200'],
    ['a', 'a', '3'],
  ]);
  expect(result?.options[0]?.section).toEqual({ name: '2 of 9 values; type to find others' });
});

test('wildcards and times ask for nothing; a failure completes nothing', async () => {
  const values = vi.fn(async () => Promise.reject(new Error('no')));
  expect(await complete('pod:api*', { values })).toBeNull();
  expect((await complete('time:', { values }))?.options[0]?.label).toBe('>now-15m');
  expect(values).not.toHaveBeenCalled();
  expect(await complete('pod:api', { values })).toBeNull();
});

test('another field is completed by its name, and only by fields that can be compared', async () => {
  expect((await complete('user:field(objectRef.na'))?.options.map(({ label }) => label)).toEqual(['namespace', 'name']);
  expect(await complete('user:field(severit')).toBeNull();
});

test('an empty bar offers the recent queries, a word the fields', async () => {
  expect((await complete('', { recent: () => ['a', 'b'] }))?.options.map(({ label }) => label)).toEqual(['a', 'b']);
  expect((await complete('verb:get objectRef.na'))?.options.map(({ label }) => label)).toEqual(['namespace:', 'name:']);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HuntContent, HuntStep } from '@/lib/interface';
import { newContent } from './content';
import { describeChanges } from './describe-changes';
import { arbitraryHunt } from './testing/arbitrary-hunts';

const note = (id: string, text = id): HuntStep => ({ id, kind: 'note', text });
const evidence = (events: readonly string[], reason = ''): HuntStep => ({
  ...{ id: 'e', kind: 'evidence', title: 'Logins' },
  pins: events.map((event) => ({ event, reason, by: 'ann', at: '' })),
});
const query = (q: string, count?: number): HuntStep => ({
  ...{ id: 'q', kind: 'query', title: 'Who', view: 'table', chart: null, columns: null, proof: null },
  selection: { types: [], q, from: null, to: null, source: null },
  frozen: count === undefined ? null : { at: '', by: 'ann', count, columns: [], rows: [] },
});
const hunt = (changes: Partial<HuntContent>): HuntContent => ({ ...newContent({ title: 'Hunt' }, 'ann'), ...changes });

it.each<[Partial<HuntContent>, Partial<HuntContent>, string[]]>([
  [{}, {}, []],
  [
    {},
    { title: 'Better', status: 'resolved' },
    ['renamed “Hunt” to “Better”', 'set the status from hypothesis to resolved'],
  ],
  [{}, { hypothesis: 'a' }, ['wrote the hypothesis']],
  [{ conclusion: 'a' }, { conclusion: '' }, ['emptied the conclusion']],
  [{ tags: ['a', 'b'] }, { tags: ['b', 'c', 'd'] }, ['added the tags c, d', 'removed the tag a']],
  [{ tags: ['a', 'b'] }, { tags: ['b', 'a'] }, ['put the tags in another order']],
  [{ owner: 'ann' }, { owner: 'bob', archived: true }, ['made “bob” the owner', 'archived it']],
  [{}, { steps: [note('a'), note('b'), query('x')] }, ['added the query “Who”', 'added 2 notes']],
  [
    { steps: [note('a'), note('b')] },
    { steps: [note('b', 'c'), note('a')] },
    ['changed a note', 'put steps in another order'],
  ],
  [{ steps: [evidence([])] }, { steps: [] }, ['deleted the list of evidence “Logins”']],
  [{}, { steps: [evidence(['1-1'])] }, ['added the list of evidence “Logins”', 'pinned an event']],
  [
    { steps: [evidence(['1-1', '1-2'])] },
    { steps: [evidence(['1-2', '1-3', '1-4'], 'why')] },
    [
      'pinned 2 events in the list of evidence “Logins”',
      'took an event out of the list of evidence “Logins”',
      'changed what is said of an event in the list of evidence “Logins”',
    ],
  ],
  [{ steps: [query('a')] }, { steps: [query('b')] }, ['changed what the query “Who” asks']],
  [{ steps: [query('a')] }, { steps: [query('a', 7)] }, ['froze the query “Who” at 7 events']],
])('%j to %j is told', (before, after, words) => {
  expect(describeChanges(hunt(before), hunt(after))).toEqual(words);
});

it('any change is told, and no change is not', () => {
  fc.assert(
    fc.property(arbitraryHunt, arbitraryHunt, (before, after) => {
      expect(describeChanges(before, before)).toEqual([]);
      if (JSON.stringify(before) !== JSON.stringify(after)) expect(describeChanges(before, after)).not.toEqual([]);
    }),
  );
});

import { expect, test } from 'vitest';
import type { Watcher } from '@/lib/interface';
import { watcherGroups } from './watcher-groups';

const watcher = (id: string, said: Partial<Watcher> = {}): Watcher => ({
  ...{ kind: 'rule', id, title: id, types: ['audit'], on: true, missing: [], limits: [], findings: 0 },
  ...said,
});

test('what several lack is said once, before those that lack nothing', () => {
  const watchers = [
    watcher('a', { limits: ['No bodies.'] }),
    watcher('b'),
    watcher('c', { missing: ['No bodies.'] }),
    watcher('d', { limits: ['No bodies.'] }),
    watcher('e'),
  ];
  expect(watcherGroups(watchers).map(({ gaps, watchers: own }) => [gaps, own.map(({ id }) => id)])).toEqual([
    [['No bodies.'], ['a', 'd']],
    [['No bodies.'], ['c']],
    [[], ['b', 'e']],
  ]);
});

import { afterAll, beforeEach, expect, test } from 'vitest';
import { newLink } from '@/lib/interface';
import { closeStore } from '../client';
import { compareProof } from '../proofs';
import { clearStore, insertSource } from '../test-rows';
import { keepLink, readLink } from '.';

beforeEach(clearStore);
afterAll(closeStore);

const link = (path: string, search = '', rest = {}) => newLink.parse({ path, search, ...rest });

test('a link keeps its place, and what it showed', async () => {
  await insertSource([
    { raw: 'one', time: '2026-01-31T12:00:00Z', type: 'audit' },
    { raw: 'two', time: '2026-01-31T13:00:00Z', type: 'node' },
  ]);
  const kept = await keepLink(link('/explore/audit', '?q=one&sort=asc&link=old&proof=old'), 'ann');
  expect(kept).toMatchObject({ path: '/explore/audit', search: 'q=one&sort=asc', by: 'ann', url: `/s/${kept.slug}` });
  expect(await readLink(kept.slug)).toEqual(kept);
  expect(await compareProof(kept.proof ?? '')).toMatchObject({ count: 1, same: true, by: 'ann' });
});

test.each([
  ['from=now-1h', /^from=[^&]*Z&to=[^&]*Z$/],
  ['from=now-1h&to=now', /^from=[^&]*Z&to=[^&]*Z$/],
  ['from=2026-01-31&live=true', /^from=2026-01-31$/],
  ['from=nowhere', /^from=nowhere$/],
  ['q=x', /^q=x$/],
])('relative times become moments: %s', async (search, expected) => {
  expect((await keepLink(link('/explore', search), 'ann')).search).toMatch(expected);
  expect((await keepLink(link('/explore', search, { absolute: false }), 'ann')).search).toBe(search);
});

test('a place without events, or without an answer, is kept without a proof', async () => {
  for (const [path, search] of [
    ['/findings', 'verdict=open'],
    ['/hunts/a-hunt_1', ''],
    ['/explore', `q=${encodeURIComponent('(')}`],
    ['/explore', 'from=yesterday'],
    ['/explore', `q=${'x'.repeat(50_000)}`],
  ] as const) {
    expect((await keepLink(link(path, search), 'ann')).proof).toBeNull();
  }
});

test('a state that is only too long for an address is kept once', async () => {
  const one = await keepLink(link('/explore', 'q=a', { remember: false }), 'ann');
  const again = await keepLink(link('/explore', '?q=a', { remember: false }), 'bob');
  const other = await keepLink(link('/explore', 'q=b', { remember: false }), 'bob');
  expect([again, other.slug === one.slug, one.proof]).toEqual([one, false, null]);
});

test.each([
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  '/explore/../x',
  '/explore/none',
  '/',
  '/explore\n',
])('%j is no place of ours', (path) => expect(newLink.safeParse({ path, search: '' }).success).toBe(false));

test('a link that is not there is named', () =>
  expect(readLink('nothing')).rejects.toThrow('there is no link "nothing"'));

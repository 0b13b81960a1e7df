import { expect, test } from 'vitest';
import { networkContains, parseAddress, parseNetwork } from './address';

test.each([
  ['10.0.0.1', 0x0a000001n],
  ['255.255.255.255', 0xffffffffn],
  ['::', 0n],
  ['::1', 1n],
  ['1::', 1n << 112n],
  ['2001:db8::a:1', (0x20010db8n << 96n) | 0xa0001n],
  ['1:2:3:4:5:6:7:8', 0x00010002000300040005000600070008n],
])('%s is an address', (text, value) => {
  expect(parseAddress(text)?.value).toBe(value);
});

test.each([
  '',
  '10.0.0',
  '10.0.0.256',
  '010.0.0.1',
  '1:2:3:4:5:6:7',
  '1::2::3',
  '12345::',
  ':',
  '::1%eth0',
  'host',
  '1:2:3:4:5:6:7:8:9',
])('%j is none', (text) => {
  expect(parseAddress(text)).toBeNull();
});

test.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::/129', '/8', '10.0.0.0/-1'])('%j is no network', (text) => {
  expect(parseNetwork(text)).toBeNull();
});

test('families do not contain each other', () => {
  const [all4, all6] = [parseNetwork('0.0.0.0/0'), parseNetwork('::/0')];
  const [one4, one6] = [parseAddress('1.2.3.4'), parseAddress('::1')];
  if (!(all4 && all6 && one4 && one6)) throw new Error('not parsed');
  expect([networkContains(all4, one4), networkContains(all6, one6)]).toEqual([true, true]);
  expect([networkContains(all4, one6), networkContains(all6, one4)]).toEqual([false, false]);
});

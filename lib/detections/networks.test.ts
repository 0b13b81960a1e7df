import { expect, test } from 'vitest';
import { isLoopback, networkOf } from './networks';

test.each([
  ['10.42.1.16', '10.42.0.0/16'],
  ['203.0.113.9', '203.0.113.0/24'],
  ['::ffff:203.0.113.9', '203.0.113.0/24'],
  ['2001:db8:7:1::9', '2001:db8:7::/48'],
])('%s lies in %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('loopback addresses', () => {
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
  expect(isLoopback('10.0.0.1')).toBe(false);
});

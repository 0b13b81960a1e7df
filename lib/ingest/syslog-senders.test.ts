import { expect, test } from 'vitest';
import { syslogSenders } from './syslog-senders';

const allows = syslogSenders(['10.1.0.0/16', '192.168.7.9', '2001:db8::/32']);

test.each([
  ['10.1.255.1', true],
  ['10.2.0.1', false],
  ['192.168.7.9', true],
  ['192.168.7.10', false],
  ['2001:db8:1::1', true],
  ['2001:db9::1', false],
  // As a socket that listens for both families tells it.
  ['::ffff:10.1.2.3', true],
  ['::ffff:10.2.2.3', false],
  ['', false],
])('%s: %s', (address, expected) => {
  expect(allows(address)).toBe(expected);
});

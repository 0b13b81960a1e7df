import { expect, test } from 'vitest';
import { parseQuery, queryPredicate } from '@/lib/query';
import { INSIDE_BLOCKS, isOutside } from './addresses';

const INSIDE = [
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.3.4',
  '198.18.0.1',
  '198.19.255.255',
  '224.0.0.251',
  '255.255.255.255',
  'fc00::1',
  'FD12:3456::1',
  'fe80::1',
  'febf::1',
  'ff02::1',
  '::1',
  '::',
];
const OUTSIDE = [
  '1.1.1.1',
  '100.63.0.1',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.0.1',
  '198.17.0.1',
  '198.20.0.1',
  '203.0.113.9',
  '223.255.255.255',
  '2001:db8::1',
  'fec0::1',
  '64:ff9b::1',
];

test('which addresses are outside, the same by rule and by query', () => {
  const isInside = queryPredicate(parseQuery(`dst_ip:${INSIDE_BLOCKS}`), new Date(0));
  for (const ip of [...INSIDE, ...OUTSIDE]) {
    const field = (name: string) => (name === 'dst_ip' ? ip : null);
    const event = {
      type: 'network',
      time: 0,
      severity: null,
      message: '',
      text: '',
      field,
      attribute: () => null,
    } as const;
    expect(isOutside(ip), ip).toBe(OUTSIDE.includes(ip));
    expect(isInside(event), ip).toBe(INSIDE.includes(ip));
  }
});

import { expect, it } from 'vitest';
import { isForbidden, whyForbidden } from './forbidden-address';

it.each(['169.254.1.1', '::ffff:a9fe:1', '::ffff:169.254.169.254', 'fe80::1', 'febf::1', 'fd00:ec2::254'])(
  '%s is of the link itself',
  (address) => {
    expect(isForbidden(address)).toBe(true);
  },
);

it.each(['127.0.0.1', '10.0.0.1', '::1', 'fec0::1', 'example.com'])('%s is not', (address) => {
  expect(isForbidden(address)).toBe(false);
});

it('an address is read as whoever connects reads it', () => {
  expect(whyForbidden('http://0xa9fea9fe/latest')).toContain('169.254.169.254');
  expect(whyForbidden('https://hooks.example/a')).toBeNull();
});

import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAddress, parseCount, parseEndpoint } from './addresses';

test('knows every address that Node knows', () => {
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => isAddress(text) === (isIP(text) !== 0)));
});

test('agrees with Node about anything that looks like an address', () => {
  const looksLike = fc.string({ unit: fc.constantFrom('0', '1', '25', 'f', ':', '::', '.', 'g') });
  fc.assert(
    fc.property(looksLike, (text) => isAddress(text) === (isIP(text) !== 0)),
    { numRuns: 2000 },
  );
});

test.each([
  ['10.0.0.1', { ip: '10.0.0.1', port: null }],
  ['10.0.0.1:443', { ip: '10.0.0.1', port: 443 }],
  ['[::1]:53', { ip: '::1', port: 53 }],
  ['[2001:db8::1]', { ip: '2001:db8::1', port: null }],
  ['fe80::1', { ip: 'fe80::1', port: null }],
  ['fe80::1%eth0', null],
  ['10.0.0.1:99999', null],
  ['10.0.0.1:', null],
  ['example.com:80', null],
  ['[::1', null],
  ['', null],
])('reads the endpoint %s', (text, expected) => {
  expect(parseEndpoint(text)).toEqual(expected);
});

test.each([
  ['0', 0],
  ['4249', 4249],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['1234567890123456', null],
])('counts %s', (text, expected) => {
  expect(parseCount(text)).toBe(expected);
});

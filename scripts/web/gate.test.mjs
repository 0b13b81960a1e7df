import { expect, test } from 'vitest';
import { createGate } from './gate.mjs';

const local = createGate({ host: '127.0.0.1', extraHosts: '' });
const open = createGate({ host: '0.0.0.0', extraHosts: 'logs.example.com, other.example.com' });
const get = (headers) => ({ method: 'GET', headers: { host: '127.0.0.1:3000', ...headers } });
const post = (headers) => ({ ...get(headers), method: 'POST' });
const code = (gate, request, options) => gate(request, options)?.code ?? 'in';

test.each([
  ['127.0.0.1:3000', 'in'],
  ['localhost:3000', 'in'],
  ['LOCALHOST', 'in'],
  ['[::1]:3000', 'in'],
  ['evil.example', 'unknown_host'],
  ['localhost.evil.example', 'unknown_host'],
  ['127.0.0.1.evil.example', 'unknown_host'],
  ['192.168.1.2:3000', 'unknown_host'],
  ['user@evil.example', 'unknown_host'],
  ['', 'unknown_host'],
  [undefined, 'unknown_host'],
])('listening on this machine only, the name %s: %s', (host, expected) => {
  expect(code(local, get({ host }))).toBe(expected);
});

test.each([
  ['192.168.1.2:3000', 'in'],
  ['[fe80::1]:3000', 'in'],
  ['logs.example.com', 'in'],
  ['logs.example.com:443', 'in'],
  ['evil.example', 'unknown_host'],
])('listening on every address, the name %s: %s', (host, expected) => {
  expect(code(open, get({ host }))).toBe(expected);
});

test.each([
  ['a program', {}, 'in'],
  ['a page of ours', { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }, 'in'],
  ['a page of another site', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, 'cross_site'],
  [
    'a page on another port of this machine',
    { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-site' },
    'cross_site',
  ],
  ['a page that hides where it is from', { origin: 'null' }, 'cross_site'],
  ['an image or form without an origin', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 'cross_site'],
])('something is changed by %s: %s', (_, headers, expected) => {
  expect(code(local, post(headers))).toBe(expected);
});

test.each([
  ['a program', {}, 'in'],
  ['the address bar', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 'in'],
  [
    'a link elsewhere',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    'in',
  ],
  [
    'a frame elsewhere',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    'cross_site',
  ],
  [
    'an image elsewhere',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    'cross_site',
  ],
])('something is read by %s: %s', (_, headers, expected) => {
  expect(code(local, get(headers))).toBe(expected);
});

test('behind a proxy that changes the Host header the listed name is enough', () => {
  expect(code(open, post({ origin: 'https://logs.example.com' }))).toBe('in');
  expect(code(open, post({ origin: 'https://evil.example' }))).toBe('cross_site');
});

test('the address of the proxy is a name of ours', () => {
  const proxied = createGate({ host: '127.0.0.1', extraHosts: '', origin: 'https://logs.example.com' });
  expect(code(proxied, post({ host: 'logs.example.com', origin: 'https://logs.example.com' }))).toBe('in');
  expect(code(proxied, post({ origin: 'https://logs.example.com' }))).toBe('in');
  expect(code(proxied, get({ host: 'other.example.com' }))).toBe('unknown_host');
});

test('an upgrade to a socket is held to the rule for changes', () => {
  expect(code(local, get({ origin: 'http://evil.example' }), { isUpgrade: true })).toBe('cross_site');
});

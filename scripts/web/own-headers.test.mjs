import { expect, test } from 'vitest';
import { setOwnHeaders } from './own-headers.mjs';

const request = (headers) => ({ headers: { ...headers }, socket: { remoteAddress: '192.0.2.7' }, url: '/explore?q=a' });

test.each([
  ['nobody between', {}, false, '192.0.2.7'],
  ['a client that says it is somebody else', { 'x-forwarded-for': '10.0.0.1' }, false, '192.0.2.7'],
  ['a client that knows our name for it', { 'x-trackway-address': '10.0.0.1' }, false, '192.0.2.7'],
  ['our proxy', { 'x-forwarded-for': '198.51.100.9' }, true, '198.51.100.9'],
  ['our proxy, and a client that lies to it', { 'x-forwarded-for': '10.0.0.1, 198.51.100.9' }, true, '198.51.100.9'],
  ['our proxy that says nothing', {}, true, '192.0.2.7'],
])('a request comes from where it comes from: %s', (_, headers, behindProxy, expected) => {
  const given = request({ 'x-trackway-path': '/lie', ...headers });
  setOwnHeaders(given, { behindProxy });
  expect(given.headers).toMatchObject({ 'x-trackway-address': expected, 'x-trackway-path': '/explore?q=a' });
});

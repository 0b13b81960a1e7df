import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { isNewEnough } from './node-version.mjs';
import { isLoopback, readSettings } from './settings.mjs';

test('without any variable it listens on this machine only, with a database of its own', () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: null, accounts: false, origin: null });
  expect(isAbsolute(settings.dataFolder)).toBe(true);
});

test('an empty variable counts as not set', () => {
  expect(readSettings({ HOST: '', PORT: '', DATABASE_URL: '', TRACKWAY_DATA: '' })).toEqual(readSettings({}));
});

test.each([
  [{ PORT: 'http' }, /^PORT is "http"/],
  [{ PORT: '65536' }, /^PORT is "65536"/],
  [{ PORT: '-1' }, /^PORT is/],
  [{ TRACKWAY_ACCOUNTS: 'no' }, /^TRACKWAY_ACCOUNTS is "no"/],
  [{ TRACKWAY_ORIGIN: 'logs.example.com' }, /^TRACKWAY_ORIGIN is/],
  [{ DATABASE_URL: 'mysql://a/b' }, /^DATABASE_URL is not an address of a database/],
  [{ TRACKWAY_SYSLOG_HOST: '0.0.0.0' }, /^TRACKWAY_SYSLOG_HOST is "0.0.0.0".*TRACKWAY_SYSLOG_FROM/],
  [{ TRACKWAY_SYSLOG_FROM: '10.0.0.0/8, switches' }, /^TRACKWAY_SYSLOG_FROM has "switches"/],
  [{ TRACKWAY_SYSLOG_FROM: '10.0.0.0/33' }, /^TRACKWAY_SYSLOG_FROM has "10.0.0.0\/33"/],
])('%j is refused', (env, message) => {
  expect(() => readSettings(env)).toThrow(message);
});

test('syslog is taken from elsewhere when it is said from where', () => {
  const said = { TRACKWAY_SYSLOG_HOST: '::', TRACKWAY_SYSLOG_FROM: '10.0.0.0/8, 192.168.7.9,2001:db8::/32' };
  expect(() => readSettings(said)).not.toThrow();
});

test.each([
  ['127.0.0.1', true],
  ['127.8.0.1', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.2', false],
])('%s reaches only this machine: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

test.each([
  [{ HOST: '0.0.0.0' }, true],
  [{ HOST: '192.168.1.2', TRACKWAY_ACCOUNTS: 'off' }, true],
  [{ TRACKWAY_ACCOUNTS: 'on' }, true],
  [{ TRACKWAY_ORIGIN: 'https://logs.example.com' }, true],
  [{ TRACKWAY_ORIGIN: 'http://[::1]:8080' }, false],
  [{ HOST: 'localhost' }, false],
])('%j: accounts %s', (env, expected) => {
  expect(readSettings(env).accounts).toBe(expected);
});

test.each([
  ['18.20.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from './env';

const DATABASE_URL = 'postgresql://a:b@127.0.0.1:5432/c';

test('everything but the database has a default', () => {
  const environment = readEnvironment({ DATABASE_URL });
  expect(environment).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, NODE_ENV: 'production', LOG_LEVEL: 'info' });
  expect(isAbsolute(environment.TRACKWAY_DATA)).toBe(true);
});

test('an empty variable counts as not set', () => {
  expect(readEnvironment({ DATABASE_URL, PORT: '', TRACKWAY_DATA: '' })).toEqual(readEnvironment({ DATABASE_URL }));
});

test.each([
  [{}, /DATABASE_URL: DATABASE_URL is not set/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin with postgresql:/],
  [{ DATABASE_URL, PORT: 'x' }, /PORT: /],
  [{ DATABASE_URL, LOG_LEVEL: 'loud' }, /LOG_LEVEL: /],
  [{ DATABASE_URL, TRACKWAY_SYSLOG_HOST: '0.0.0.0' }, /TRACKWAY_SYSLOG_FROM: syslog knows no tokens/],
  [{ DATABASE_URL, TRACKWAY_SYSLOG_FROM: '10.0.0.0/33' }, /TRACKWAY_SYSLOG_FROM.0: must list addresses/],
])('%j is refused, naming the variable', (variables, message) => {
  expect(() => readEnvironment(variables)).toThrow(message);
});

test('syslog is taken from elsewhere when it is said from where', () => {
  const said = { TRACKWAY_SYSLOG_HOST: '0.0.0.0', TRACKWAY_SYSLOG_FROM: '10.0.0.0/8, 2001:db8::1' };
  expect(readEnvironment({ DATABASE_URL, ...said })).toMatchObject({
    TRACKWAY_SYSLOG_HOST: '0.0.0.0',
    TRACKWAY_SYSLOG_FROM: ['10.0.0.0/8', '2001:db8::1'],
  });
});

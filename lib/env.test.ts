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
])('%j is refused, naming the variable', (variables, message) => {
  expect(() => readEnvironment(variables)).toThrow(message);
});

import { expect, test } from 'vitest';
import { checkQuery } from './parse';
import { TIME_PARTS, timePartOf } from './time-part';

const partsOf = (time: string) => TIME_PARTS.map((part) => timePartOf(part, Date.parse(time) * 1000));

test.each([
  ['2024-01-01T00:00:00Z', [0, 0, 1, 1, 1, 1, 2024]],
  ['2024-12-31T23:59:59Z', [59, 23, 2, 31, 1, 12, 2024]],
  // A Sunday that still is of the last week of the year before, which had 53.
  ['2021-01-03T12:30:00Z', [30, 12, 7, 3, 53, 1, 2021]],
  ['2024-02-29T23:30:00-02:00', [30, 1, 5, 1, 9, 3, 2024]],
  ['1969-12-31T23:59:59Z', [59, 23, 3, 31, 1, 12, 1969]],
])('the parts of %s', (time, parts) => {
  expect(partsOf(time)).toEqual(parts);
});

test.each([
  ['time.hour:24', 'time.hour is a whole number from 0 to 23'],
  ['time.weekday>0', 'time.weekday is a whole number from 1 to 7'],
  ['time.minute:1.5', 'time.minute is a whole number from 0 to 59'],
  ['time:field(user)', 'time cannot be compared with another field'],
  ['user:field(severity)', 'severity cannot be compared with another field'],
  [
    'user:field(',
    'another field is written field(name) or field(name, cased); put the value in quotes if it is a text',
  ],
  [
    'user:field(a)b',
    'another field is written field(name) or field(name, cased); put the value in quotes if it is a text',
  ],
])('%s is refused', (query, message) => {
  expect(checkQuery(query)?.message).toBe(message);
});

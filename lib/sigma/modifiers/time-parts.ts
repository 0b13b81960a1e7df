import { TIME_PARTS, type TimePart } from '../sigma-test';
import type { ValueModifier } from './modifier';
import { wrongValue } from './wrong-value';

const RANGES: Readonly<Record<TimePart, string>> = {
  minute: 'from 0 to 59',
  hour: 'from 0 to 23',
  day: 'of the month, from 1',
  week: 'of the year as ISO 8601 counts them, from 1',
  month: 'from 1 to 12',
  year: 'with four digits',
};

/** `minute`, `hour` and the like. Their tests need a field that holds a time, which modifiers' own examples have not. */
export const timeParts: readonly ValueModifier[] = TIME_PARTS.map((part) => ({
  name: part,
  aliases: [],
  works: 'value',
  about: `The field is a time whose ${part}, ${RANGES[part]}, is the value; UTC.`,
  examples: [],
  apply(test) {
    if (test.kind !== 'number') throw wrongValue(part, 'a number', test);
    return [{ kind: 'time', part, comparator: '=', value: test.value }];
  },
}));

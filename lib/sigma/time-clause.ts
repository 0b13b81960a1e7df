import { type FieldReference, type Matcher, type Query, resolveField, timePartMember } from '@/lib/query';
import { type FieldTarget, isWhole } from './log-sources/log-source';
import { NEVER } from './query-parts';
import { Refused } from './refusal';
import { regexOf } from './regex-matcher';
import { printable } from './regex-source';
import type { TimePart, TimeTest } from './sigma-test';

const AT = { from: 0, to: 0 };

/** What stands for the event's own time where a log source has no field of that name. */
export const EVENT_TIME: FieldTarget = { field: 'time' };

/** The part of the event's time, or of a time that is written in a text; UTC. Throws Refused. */
export function timeClause(test: TimeTest, target: FieldTarget, field: FieldReference): Query {
  checkRange(test);
  if (field.kind === 'time') {
    return { kind: 'field', field: resolveField(`time.${test.part}`), matcher: partMatcher(test), at: AT };
  }
  if (!isWhole(target) || (field.kind !== 'text' && field.kind !== 'attribute')) {
    throw new Refused('field', field.name, `${field.name} is no time that has a ${test.part}`);
  }
  const values = valuesOf(test);
  if (values.length === 0) return NEVER;
  return { kind: 'field', field, matcher: regexOf(printable(writtenTime(test.part, values))), at: AT };
}

function checkRange({ part, value, comparator }: TimeTest): void {
  const { least, most } = timePartMember(part);
  const isPart = Number.isInteger(value) && value >= least && value <= most;
  // A bound may lie just outside: below 60 minutes, above hour 0 and so on say something.
  const isBound = comparator !== '=' && Number.isInteger(value) && value === most + 1 && comparator === '<';
  if (isPart || isBound) return;
  throw new Refused('value', part, `the ${part} of a time is a whole number from ${least} to ${most}, not ${value}`);
}

function partMatcher({ part, comparator, value }: TimeTest): Matcher {
  const { most } = timePartMember(part);
  if (comparator === '=') return { kind: 'equals', value };
  if (value > most) return { kind: 'compare', comparator: '<=', value: most };
  return { kind: 'compare', comparator, value };
}

/** All values of a part that a test means. A week cannot be seen in a text, and of years there are too many to list. */
function valuesOf({ part, comparator, value }: TimeTest): number[] {
  if (part === 'week' || (part === 'year' && comparator !== '=')) {
    throw new Refused('modifier', part, `the ${part} can be asked for of the event's own time only`);
  }
  if (comparator === '=') return [value];
  const { least, most } = timePartMember(part);
  const all = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  switch (comparator) {
    case '<':
      return all.filter((each) => each < value);
    case '<=':
      return all.filter((each) => each <= value);
    case '>':
      return all.filter((each) => each > value);
    case '>=':
      return all.filter((each) => each >= value);
  }
}

const DIGITS: Readonly<Record<Exclude<TimePart, 'week'>, string>> = {
  year: '[0-9]{4}',
  month: '[0-9]{2}',
  day: '[0-9]{2}',
  hour: '[0-9]{2}',
  minute: '[0-9]{2}',
};

/** ISO 8601 in UTC, or without a zone: `2024-05-06T07:08:09.5Z`. Another zone would shift the parts, so it is not found. */
function writtenTime(part: TimePart, values: readonly number[]): string {
  const written = values.map((value) => String(value).padStart(part === 'year' ? 4 : 2, '0')).join('|');
  const of = (name: Exclude<TimePart, 'week'>) => (name === part ? `(?:${written})` : DIGITS[name]);
  const time = `${of('year')}-${of('month')}-${of('day')}[T ]${of('hour')}:${of('minute')}`;
  return `^${time}[0-9:.,]*(?: ?(?:Z|UTC|[+-]00:?00))?$`;
}

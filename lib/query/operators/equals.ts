import { fold, foldedRegex, hasForeignCase } from '../folding';
import { literalPattern, literalText } from '../pattern';
import { printScalar, wordsOf } from '../scalar-text';
import { readEqual } from '../scalars';
import { sql } from '../sql';
import { isTextKind } from './kinds';
import type { Operator, Scalar } from './operator';

/** `field:value`, `field:"some value"`: the field has this value; texts in any case. */
export interface Equals {
  readonly kind: 'equals';
  readonly value: Scalar;
}

export const equals: Operator<Equals> = {
  kind: 'equals',
  title: 'Is',
  about:
    'The field has exactly this value; upper and lower case are the same. A backslash takes a special character as it is.',
  accept(operand, field) {
    if (operand.kind === 'phrase') return { kind: 'equals', value: readEqual(operand.text, field, operand.at) };
    const text = operand.kind === 'word' ? literalText(operand.pattern) : null;
    return text === null ? null : { kind: 'equals', value: readEqual(text, field, operand.at) };
  },
  toSql({ value }, target) {
    if (typeof value === 'string' && isTextKind(target.field.kind)) {
      if (!hasForeignCase(value)) return sql`lower(${target.text} collate "C") = ${fold(value)}`;
      return sql`${target.text} collate "C" ~ ${foldedRegex(literalPattern(value))}`;
    }
    return sql`${target.value} = ${target.bind(value)}`;
  },
  test({ value }) {
    if (typeof value === 'number') return (target) => target.order === value;
    const folded = fold(value);
    return ({ text }) => text !== null && fold(text) === folded;
  },
  words: ({ value }, _field, negated) => `${negated ? 'is not' : 'is'} ${wordsOf(value)}`,
  print: ({ value }, field) => `:${printScalar(value, field)}`,
  examples: [
    {
      query: 'verb:delete',
      words: 'Events where verb is delete.',
      finds: ['delete', 'DELETE'],
      misses: ['deleted', null],
    },
    {
      query: 'user:system:node:n1',
      words: 'Events where user is system:node:n1.',
      finds: ['system:node:n1'],
      misses: ['system'],
    },
    {
      query: 'reason:"Failed Scheduling"',
      words: 'Events where reason is “Failed Scheduling”.',
      finds: ['failed scheduling'],
      misses: ['Failed'],
    },
    {
      query: 'name:a\\*b',
      words: 'Events where name is a*b.',
      finds: ['a*b'],
      misses: ['axb', 'a\\*b'],
    },
    { query: 'user:ÉMILE', words: 'Events where user is ÉMILE.', finds: ['Émile', 'émile'], misses: ['emile'] },
    { query: 'status:404', words: 'Events where status is 404.', finds: [404], misses: [400, null] },
    { query: 'bytes:1KiB', words: 'Events where bytes is 1024.', finds: [1024], misses: [1000] },
    { query: 'severity:warn', words: 'Events where severity is warning.', finds: ['warning'], misses: ['error', null] },
    { query: 'type:audit', words: 'Events where type is audit.', finds: ['audit'], misses: ['network'] },
    { query: 'http.flavor:1.1', words: 'Events where http.flavor is 1.1.', finds: ['1.1', 1.1], misses: [1, null] },
  ],
};

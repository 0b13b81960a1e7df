import type { FieldReference } from '../field-reference';
import { fold } from '../folding';
import { foldedSql } from '../folding-sql';
import { QueryError } from '../query-error';
import { printName } from '../scalar-text';
import type { Holds } from '../scan-other-field';
import { type Sql, sql } from '../sql';
import { isComparable } from './kinds';
import type { Operator } from './operator';

/** `field:field(other)`: the value is that of another field of the same event, or holds it. */
export interface OtherField {
  readonly kind: 'other-field';
  readonly field: FieldReference;
  readonly holds: Holds;
  /** Whether upper and lower case are told apart. */
  readonly cased: boolean;
}

interface Place {
  readonly before: string;
  readonly behind: string;
  readonly words: string;
  readonly negatedWords: string;
  toSql(one: Sql, other: Sql): Sql;
  test(one: string, other: string): boolean;
}

const PLACES: Readonly<Record<Holds, Place>> = {
  equal: {
    before: '',
    behind: '',
    words: 'is the same as',
    negatedWords: 'is not the same as',
    toSql: (one, other) => sql`${one} = ${other} collate "C"`,
    test: (one, other) => one === other,
  },
  start: {
    before: '',
    behind: '*',
    words: 'starts with',
    negatedWords: 'does not start with',
    toSql: (one, other) => sql`starts_with(${one}, ${other})`,
    test: (one, other) => one.startsWith(other),
  },
  end: {
    before: '*',
    behind: '',
    words: 'ends with',
    negatedWords: 'does not end with',
    toSql: (one, other) => sql`right(${one}, length(${other})) = ${other} collate "C"`,
    test: (one, other) => one.endsWith(other),
  },
  inside: {
    before: '*',
    behind: '*',
    words: 'contains',
    negatedWords: 'does not contain',
    toSql: (one, other) => sql`strpos(${one} collate "C", ${other} collate "C") > 0`,
    test: (one, other) => one.includes(other),
  },
};

export const otherField: Operator<OtherField> = {
  kind: 'other-field',
  title: 'Like another field',
  about:
    'The value is that of another field of the same event, as texts in any case; field(name)* begins with it, *field(name) ends with it, *field(name)* holds it anywhere. field(name, cased) tells upper from lower case. What is missing equals nothing; a path into the original cannot be compared.',
  accept(operand, field) {
    if (operand.kind !== 'other-field') return null;
    for (const { name, kind } of [field, operand.field]) {
      if (!isComparable(kind)) throw new QueryError(`${name} cannot be compared with another field`, operand.at);
    }
    return { kind: 'other-field', field: operand.field, holds: operand.holds, cased: operand.cased };
  },
  toSql({ field, holds, cased }, target) {
    const [one, other] = [target.text, target.textOf(field)];
    return cased ? PLACES[holds].toSql(one, other) : PLACES[holds].toSql(foldedSql(one), foldedSql(other));
  },
  test({ field, holds, cased }) {
    const { test } = PLACES[holds];
    return ({ text, textOf }) => {
      const other = text === null ? null : textOf(field);
      if (text === null || other === null) return false;
      return cased ? test(text, other) : test(fold(text), fold(other));
    };
  },
  words({ field, holds, cased }, _field, negated) {
    const { words, negatedWords } = PLACES[holds];
    return `${negated ? negatedWords : words} ${field.label}${cased ? ' in the same case' : ''}`;
  },
  print({ field, holds, cased }) {
    const { before, behind } = PLACES[holds];
    return `:${before}field(${printName(field)}${cased ? ', cased' : ''})${behind}`;
  },
  examples: [
    {
      query: 'user:field(name)',
      words: 'Events where user is the same as name.',
      beside: { field: 'name', value: 'Élan' },
      finds: ['Élan', 'éLAN'],
      misses: ['elan', 'Élan2', null],
    },
    {
      query: 'src_ip:field(dst_ip)',
      words: 'Events where source address is the same as destination address.',
      beside: { field: 'dst_ip', value: '10.0.0.1' },
      finds: ['10.0.0.1'],
      misses: ['10.0.0.10', null],
    },
    {
      query: 'path:*field(name)*',
      words: 'Events where path contains name.',
      beside: { field: 'name', value: 'a%' },
      finds: ['/A%/b', 'a%'],
      misses: ['/ab/', null],
    },
    {
      query: 'user:field(namespace)*',
      words: 'Events where user starts with namespace.',
      beside: { field: 'namespace', value: 'shop' },
      finds: ['shop-bot', 'SHOP'],
      misses: ['my-shop', null],
    },
    {
      query: 'by:*field(user, cased)',
      words: 'Events where by ends with user in the same case.',
      beside: { field: 'user', value: 'Ann' },
      finds: ['by Ann', 'Ann'],
      misses: ['by ann', 'Ann!', null],
    },
    {
      query: 'expected:field(status)',
      words: 'Events where expected is the same as status.',
      beside: { field: 'status', value: 404 },
      finds: [404, '404'],
      misses: [40, '0404', null],
    },
  ],
};

import fc from 'fast-check';
import { LOG_TYPES, SEVERITIES } from '@/lib/events';
import { type FieldReference, QUERY_FIELDS, resolveField } from '../field-reference';
import { combine, type FieldClause, type Query } from '../node';
import type { Matcher, Scalar, SimpleMatcher } from '../operators';
import { isComparable } from '../operators/kinds';
import type { Pattern, PatternPart } from '../pattern';
import { type TimePart, timePartMember } from '../time-part';

const AT = { from: 0, to: 0 };

/** Texts that a log or an attacker may hold; NUL is not among them, as no query may have it. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    "'",
    "';--",
    '"',
    '\\',
    '$1',
    '%',
    '_',
    '*',
    '?',
    '/*',
    'and',
    'OR',
    'Not',
    '|',
    '[',
    '-x',
    'a:b',
    '::',
    '//',
  ),
  fc.constantFrom('é', 'É', 'Σς', 'ß', 'İi', '\u212a', 'a\nb', ' ', '', 'null', "' or 1=1", '日本', '💥', 'µ'),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
  fc.string({ maxLength: 8 }),
);

/** Few and short, so that events and queries meet. */
const closeText = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '.', '%', 'É', 'é', '1'), maxLength: 3 });
export const arbitraryText = fc.oneof({ weight: 3, arbitrary: closeText }, hostileText);

const somePattern: fc.Arbitrary<Pattern> = fc
  .array(
    fc.oneof(
      arbitraryText.map((text): PatternPart => ({ kind: 'literal', text })),
      fc.constantFrom<PatternPart>({ kind: 'any' }, { kind: 'one' }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(tidy);

const REGEXES = [
  'a',
  '^a',
  'b$',
  '(a|b)+',
  '[^a]',
  'a{2,3}',
  '\\.',
  '\\d',
  '\\bb',
  '\\W',
  '%',
  '[é-ü]',
  'a|',
  '.',
  'x*',
  '\\B1',
  '(?-i)b',
  '(?m-is)^B',
];
const NETWORKS = ['10.0.0.0/8', '10.1.2.3/32', '0.0.0.0/0', 'fe80::/10', '::/0', '2001:db8::1', '10.0.0.128/25'];
const ADDRESSES = [
  '10.0.0.1',
  '10.0.0.200',
  '10.1.2.3',
  '192.168.0.1',
  'fe80::1',
  '2001:DB8::1',
  '::',
  'localhost',
  '10.1',
];
const NUMBERS = [0, 1, 2, 9, 10, 200, 404, 500, 1000, 1.5, -1, 4_000_000_000];

const fields = fc.oneof(
  fc
    .constantFrom(...QUERY_FIELDS.filter((field) => field.kind !== 'source' && field.kind !== 'file'))
    .map((field) => resolveField(field.name)),
  fc
    .constantFrom('a', 'b.c', 'x-', 'Retries', 'odd name', 'ключ', '"', "';", '1st', 'system', 'main.go')
    .map(resolveField),
  hostileText
    .filter((text) => text !== '')
    .map(resolveField)
    .filter((field) => field.kind === 'attribute'),
);

const otherField: fc.Arbitrary<Matcher> = fc.record({
  kind: fc.constant('other-field' as const),
  field: fields.filter(({ kind }) => isComparable(kind)),
  holds: fc.constantFrom('equal', 'start', 'end', 'inside'),
  cased: fc.boolean(),
});

/** A clause that the parser could have made. */
export const arbitraryClause: fc.Arbitrary<FieldClause> = fields.chain((field) =>
  fc
    .oneof(
      { weight: 4, arbitrary: simpleMatcher(field) },
      fc.array(simpleMatcher(field), { minLength: 2, maxLength: 3 }).map((of) => ({ kind: 'list' as const, of })),
      ...(isComparable(field.kind) ? [otherField] : []),
    )
    .map((matcher) => ({ kind: 'field', field, matcher, at: AT })),
);

/** A query that the parser could have made. */
export const arbitraryQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query; leaf: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((of) => combine('and', of)),
    fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((of) => combine('or', of)),
    tie('query').map((of): Query => ({ kind: 'not', of, at: AT })),
  ),
  leaf: fc.oneof(
    { weight: 6, arbitrary: arbitraryClause },
    {
      weight: 2,
      arbitrary: somePattern
        .filter((pattern) => pattern.some((part) => part.kind !== 'any'))
        .map((pattern): Query => ({ kind: 'text', pattern, at: AT })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...REGEXES).map((source): Query => ({ kind: 'text-regex', source, at: AT })),
    },
    { weight: 1, arbitrary: fc.constant<Query>({ kind: 'everything', at: AT }) },
  ),
})).query;

/** A value for a field of this kind, or null. */
export function arbitraryValue(field: FieldReference): fc.Arbitrary<string | number | null> {
  switch (field.kind) {
    case 'integer':
      return fc.option(fc.constantFrom(...NUMBERS.filter((number) => Number.isInteger(number) && number < 2 ** 31)));
    case 'number':
      return fc.option(fc.constantFrom(...NUMBERS));
    case 'attribute':
      return fc.option(
        fc.oneof(arbitraryText, fc.constantFrom<string | number>(...NUMBERS, '10', '-1', '1e3', '2.50')),
      );
    case 'address':
      return fc.option(fc.oneof(fc.constantFrom(...ADDRESSES), arbitraryText));
    default:
      return fc.option(arbitraryText);
  }
}

function simpleMatcher(field: FieldReference): fc.Arbitrary<SimpleMatcher> {
  const exists = fc.constant<SimpleMatcher>({ kind: 'exists' });
  const equals = (value: fc.Arbitrary<Scalar>) =>
    value.map((scalar): SimpleMatcher => ({ kind: 'equals', value: scalar }));
  const patterns = somePattern
    .filter(
      (pattern) =>
        pattern.some((part) => part.kind !== 'literal') && !(pattern.length === 1 && pattern[0]?.kind === 'any'),
    )
    .map((pattern): SimpleMatcher => ({ kind: 'wildcard', pattern }));
  const regexes = fc.constantFrom(...REGEXES).map((source): SimpleMatcher => ({ kind: 'regex', source }));
  switch (field.kind) {
    case 'severity': {
      const value = fc.constantFrom<Scalar>(...SEVERITIES);
      return fc.oneof(exists, equals(value), ordered(value), patterns);
    }
    case 'type':
      return fc.oneof(exists, equals(fc.constantFrom<Scalar>(...LOG_TYPES)), patterns);
    case 'time': {
      const value = fc.constantFrom<Scalar>(
        'now',
        'now-1h',
        '2026-01-31',
        '2026-01-31T12:00:00+01:00',
        '2026-01-31 12:00',
      );
      return fc.oneof(exists, ordered(value));
    }
    case 'id':
      return fc.oneof(exists, equals(fc.constantFrom<Scalar>('1000000000-0', '1999999999-3', '5-5')));
    case 'integer':
    case 'number': {
      const value = field.part === undefined ? fc.constantFrom<Scalar>(...NUMBERS) : partValue(field.part);
      return fc.oneof(exists, equals(value), ordered(value), patterns, regexes);
    }
    case 'address': {
      const networks = fc.constantFrom(...NETWORKS).map((network): SimpleMatcher => ({ kind: 'network', network }));
      return fc.oneof(
        exists,
        equals(fc.oneof(arbitraryText, fc.constantFrom(...ADDRESSES))),
        patterns,
        regexes,
        networks,
      );
    }
    case 'attribute':
      return fc.oneof(exists, equals(arbitraryText), ordered(fc.constantFrom<Scalar>(...NUMBERS)), patterns, regexes);
    default:
      return fc.oneof(exists, equals(arbitraryText), patterns, regexes);
  }
}

/** Often one that generated events have. */
function partValue(part: TimePart): fc.Arbitrary<Scalar> {
  const { least, most } = timePartMember(part);
  const common = [11, 12, 23, 31, 30, 5, 1, 2026, 0, 59].filter((value) => value >= least && value <= most);
  return fc.oneof(fc.constantFrom(...common), fc.integer({ min: least, max: most }));
}

function ordered(value: fc.Arbitrary<Scalar>): fc.Arbitrary<SimpleMatcher> {
  const bound = fc.record({ value, inclusive: fc.boolean() });
  return fc.oneof(
    fc.record({ kind: fc.constant('compare' as const), comparator: fc.constantFrom('>', '>=', '<', '<='), value }),
    fc.record({ kind: fc.constant('range' as const), low: bound, high: bound }),
    fc.record({ kind: fc.constant('range' as const), low: bound, high: fc.constant(null) }),
    fc.record({ kind: fc.constant('range' as const), low: fc.constant(null), high: bound }),
  );
}

/** As the parser leaves a pattern: no empty pieces, none that could be one. */
function tidy(pattern: Pattern): Pattern {
  const parts: PatternPart[] = [];
  for (const part of pattern) {
    const last = parts.at(-1);
    if (part.kind === 'literal' && part.text === '') continue;
    if (part.kind === 'literal' && last?.kind === 'literal') {
      parts[parts.length - 1] = { kind: 'literal', text: last.text + part.text };
    } else if (!(part.kind === 'any' && last?.kind === 'any')) parts.push(part);
  }
  return parts;
}

import { LOG_TYPES, SEVERITIES } from '@/lib/events';
import type { FieldReference } from '../field-reference';
import { fold, foldedRegex, foldPattern, hasForeignCase } from '../folding';
import { likePattern, literalPieces, type Pattern, wholeMatcher } from '../pattern';
import { QueryError } from '../query-error';
import { patternWords, printPattern } from '../scalar-text';
import { sql } from '../sql';
import { hasPatterns } from './kinds';
import type { Operator } from './operator';

/** `field:prefix*`, `field:a?c`: the whole value is this pattern, in any case. */
export interface Wildcard {
  readonly kind: 'wildcard';
  readonly pattern: Pattern;
}

export const wildcard: Operator<Wildcard> = {
  kind: 'wildcard',
  title: 'Wildcards',
  about: '* stands for any characters, ? for one, \\* and \\? for themselves. The whole value must fit.',
  accept(operand, field) {
    if (operand.kind !== 'word') return null;
    if (hasPatterns(field.kind) || namesOf(field) !== null) return { kind: 'wildcard', pattern: operand.pattern };
    throw new QueryError(`${field.name} takes no wildcards`, operand.at);
  },
  toSql({ pattern }, target) {
    const names = namesOf(target.field);
    if (names !== null) {
      const fits = wholeMatcher(foldPattern(pattern));
      const choices = names.filter(fits).map((name) => sql`${target.value} = ${target.bind(name)}`);
      return choices.length === 0 ? sql`false` : sql`(${sql.join(choices, sql` or `)})`;
    }
    if (literalPieces(pattern).some(hasForeignCase)) return sql`${target.text} collate "C" ~ ${foldedRegex(pattern)}`;
    return sql`lower(${target.text} collate "C") like ${likePattern(foldPattern(pattern))}`;
  },
  test({ pattern }) {
    const fits = wholeMatcher(foldPattern(pattern));
    return ({ text }) => text !== null && fits(fold(text));
  },
  words: ({ pattern }, _field, negated) => `${negated ? 'does not look' : 'looks'} like ${patternWords(pattern)}`,
  print: ({ pattern }) => `:${printPattern(pattern)}`,
  examples: [
    {
      query: 'user:system\\:*',
      words: 'Events where user looks like system:*.',
      finds: ['system:admin', 'SYSTEM:'],
      misses: ['system', 'a-system:b', null],
    },
    {
      query: 'pod:api-?-x',
      words: 'Events where pod looks like api-?-x.',
      finds: ['api-1-x'],
      misses: ['api--x', 'api-12-x'],
    },
    { query: 'name:100%_*', words: 'Events where name looks like 100%_*.', finds: ['100%_a'], misses: ['100xya'] },
    { query: 'status:4*', words: 'Events where status looks like 4*.', finds: [404, 4], misses: [504, null] },
    {
      query: 'severity:*i*',
      words: 'Events where severity looks like *i*.',
      finds: ['info', 'critical'],
      misses: ['error', null],
    },
    { query: 'user:é*', words: 'Events where user looks like é*.', finds: ['Émile', 'é\n'], misses: ['emile'] },
  ],
};

function namesOf(field: FieldReference): readonly string[] | null {
  if (field.kind === 'severity') return SEVERITIES;
  return field.kind === 'type' ? LOG_TYPES : null;
}

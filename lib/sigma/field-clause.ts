import {
  combine,
  type FieldClause,
  type FieldReference,
  type Matcher,
  type Pattern,
  parseQuery,
  type Query,
  resolveField,
} from '@/lib/query';
import { type FieldTarget, isWhole } from './log-sources/log-source';
import { ipv4Source } from './network-source';
import { NEVER, not } from './query-parts';
import { Refused } from './refusal';
import { regexOf } from './regex-matcher';
import { patternBody, patternSource, printable, regexSource } from './regex-source';
import type { FieldTest, RegexTest, SigmaTest, TextTest } from './sigma-test';
import { ANY, hasWildcards, literal, merged, plainText, textPattern } from './text-pattern';
import { timeClause } from './time-clause';

const AT = { from: 0, to: 0 };
const EXISTS: Matcher = { kind: 'exists' };

/** What a test asks of one field, as a query. Throws Refused for what the field cannot be asked. */
export function fieldClause(test: Exclude<SigmaTest, FieldTest>, target: FieldTarget): Query {
  const field = resolveField(target.field);
  switch (test.kind) {
    case 'text':
      return textClause(test, target, field);
    case 'number':
    case 'truth':
      return textClause(
        { kind: 'text', pattern: [literal(String(test.value))], cased: false, isBytes: false },
        target,
        field,
      );
    case 'regex':
      return regexClause(test, target, field);
    case 'network':
      return networkClause(test.network, target, field);
    case 'compare':
      return compareClause(test, target, field);
    case 'null':
      return not(existsClause(target));
    case 'exists':
      return test.exists ? existsClause(target) : not(existsClause(target));
    case 'time':
      return timeClause(test, target, field);
  }
}

/** The event has the field: of a part of a path, has that part. */
export function existsClause({ field, part }: FieldTarget): Query {
  const reference = resolveField(field);
  if (part !== 'query-or-all') return clause(reference, EXISTS);
  return clause(reference, { kind: 'wildcard', pattern: [ANY, literal('?'), ANY] });
}

function clause(field: FieldReference, matcher: Matcher): FieldClause {
  return { kind: 'field', field, matcher, at: AT };
}

function textClause(test: TextTest, target: FieldTarget, field: FieldReference): Query {
  const { pattern } = test;
  if (test.isBytes || pattern.some((part) => part.kind === 'literal' && part.text.includes('\0'))) {
    throw new Refused('value', target.field, 'no text of a log holds bytes of UTF-16, unless they are in Base64');
  }
  if (!hasWildcards(pattern)) {
    const told = target.values?.[plainText(pattern).toLowerCase()];
    if (told !== undefined) return parseQuery(told);
  }
  const meant = meantPattern(pattern, target);
  return meant === null ? NEVER : meantClause({ ...test, pattern: meant }, target, field);
}

function meantClause(test: TextTest, target: FieldTarget, field: FieldReference): Query {
  const { pattern } = test;
  if (target.part !== undefined) return partClause(test, target, field);
  const isNumber = field.kind === 'integer' || field.kind === 'number';
  if (pattern.length === 0 && isNumber) return not(clause(field, EXISTS));
  if (pattern.length === 0) return combine('or', [clause(field, equalTo('')), not(clause(field, EXISTS))]);
  if (pattern.every((part) => part.kind === 'any')) return clause(field, EXISTS);
  if (isNumber) return numberClause(pattern, field);
  if (field.kind !== 'text' && field.kind !== 'address' && field.kind !== 'attribute') {
    throw new Refused('field', field.name, `${field.name} cannot be compared with texts`);
  }
  const patterns = target.isList === true ? inList(pattern) : [pattern];
  return combine(
    'or',
    patterns.map((one) => clause(field, textMatcher(one, test.cased))),
  );
}

function textMatcher(pattern: Pattern, cased: boolean): Matcher {
  if (cased) return regexOf(patternSource(pattern, true));
  return hasWildcards(pattern) ? { kind: 'wildcard', pattern } : equalTo(plainText(pattern));
}

function equalTo(value: string | number): Matcher {
  return { kind: 'equals', value };
}

/** As the only one of a list, its first, its last, or between others. */
function inList(pattern: Pattern): Pattern[] {
  const before = [ANY, literal(',')];
  const behind = [literal(','), ANY];
  return [
    pattern,
    merged([...pattern, ...behind]),
    merged([...before, ...pattern]),
    merged([...before, ...pattern, ...behind]),
  ];
}

/** A number is compared as Sigma does, by how it is written; what is no number no event has. */
function numberClause(pattern: Pattern, field: FieldReference): Query {
  if (hasWildcards(pattern)) return clause(field, { kind: 'wildcard', pattern });
  const text = plainText(pattern);
  return String(Number(text)) === text && Number.isFinite(Number(text)) ? clause(field, equalTo(Number(text))) : NEVER;
}

/** The pattern as a target's values are written; null when none of them can be meant. */
function meantPattern(pattern: Pattern, { prefix, isBaseName }: FieldTarget): Pattern | null {
  if (prefix !== undefined) return merged([...textPattern(prefix), ...pattern]);
  if (isBaseName !== true) return pattern;
  const place = pattern.findLastIndex((part) => part.kind === 'literal' && part.text.includes('/'));
  const part = pattern[place];
  if (part?.kind !== 'literal') return pattern;
  const rest = merged([literal(part.text.slice(part.text.lastIndexOf('/') + 1)), ...pattern.slice(place + 1)]);
  return rest.some(({ kind }) => kind === 'literal') ? rest : null;
}

/** What stands before the first question mark of a path, or what rules call its query. */
function partClause(test: TextTest, target: FieldTarget, field: FieldReference): Query {
  const { pattern, cased } = test;
  const options = cased ? '(?-i)' : '';
  if (target.part === 'before-question-mark') {
    return clause(field, regexOf(printable(`${options}^${patternBody(pattern, '[^?]')}(\\?|$)`)));
  }
  if (pattern.length === 0) {
    return combine('or', [not(existsClause(target)), clause(field, regexOf('^[^?]*\\?$'))]);
  }
  if (pattern.every((part) => part.kind === 'any')) return existsClause(target);
  const whole = clause(field, textMatcher(pattern, cased));
  if (pattern[0]?.kind === 'any') return whole;
  return combine('or', [whole, clause(field, regexOf(printable(`${options}^[^?]*\\?${patternBody(pattern)}$`)))]);
}

/** What ties an expression to the ends of a text. */
const TIES = /[\^$]|\\[AzZ]/;

function regexClause(test: RegexTest, target: FieldTarget, field: FieldReference): Query {
  if (field.kind !== 'text' && field.kind !== 'address' && field.kind !== 'attribute' && field.kind !== 'integer') {
    throw new Refused('field', field.name, `${field.name} takes no regular expression`);
  }
  if (target.isList === true && (test.fromStart || test.toEnd || TIES.test(test.source))) {
    throw new Refused(
      'regular-expression',
      field.name,
      `${field.name} is a list, whose values a regular expression with ^ or $ cannot be tied to`,
    );
  }
  if (target.part === 'before-question-mark' || target.prefix !== undefined || target.isBaseName === true) {
    throw new Refused(
      'regular-expression',
      field.name,
      `a regular expression on a part of ${field.name} is not supported`,
    );
  }
  return clause(field, regexOf(regexSource(test)));
}

function networkClause(network: string, target: FieldTarget, field: FieldReference): Query {
  if (field.kind === 'address')
    return clause(field, {
      kind: 'network',
      network: network.includes('/') || network.includes(':') ? network : `${network}/32`,
    });
  const isText = (field.kind === 'attribute' || field.kind === 'text') && isWhole(target);
  const source = isText ? ipv4Source(network) : null;
  if (source === null)
    throw new Refused('value', field.name, `${field.name} cannot be asked whether it is in ${network}`);
  return clause(field, regexOf(source));
}

function compareClause(
  { comparator, value }: SigmaTest & { kind: 'compare' },
  target: FieldTarget,
  field: FieldReference,
): Query {
  const isOrdered = field.kind === 'integer' || field.kind === 'number' || field.kind === 'attribute';
  if (!isOrdered || !isWhole(target)) {
    throw new Refused('field', field.name, `${field.name} has no order that "${comparator}" could ask for`);
  }
  return clause(field, { kind: 'compare', comparator, value });
}

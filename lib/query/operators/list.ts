import { fold, hasForeignCase } from '../folding';
import { sql } from '../sql';
import type { Matcher, SimpleMatcher } from './index';
import { isTextKind } from './kinds';
import type { Operator } from './operator';

/** `field:(a or b)`: any of two or more. */
export interface List {
  readonly kind: 'list';
  readonly of: readonly SimpleMatcher[];
}

/** Makes the operator over those that a list may hold; they come in as an argument as they do not know each other. */
export function listOf(operatorOf: (matcher: SimpleMatcher) => Operator<Matcher>): Operator<List> {
  return {
    kind: 'list',
    title: 'One of several',
    about: 'Any of the values; each may be anything that can stand after the colon. "or" may be left out.',
    // The parser makes lists out of what it accepted one by one.
    accept: () => null,
    toSql({ of }, target) {
      const values = of.map((matcher) => (matcher.kind === 'equals' ? matcher.value : null));
      const texts = values
        .filter((value) => typeof value === 'string' && !hasForeignCase(value))
        .map((value) => fold(String(value)));
      if (isTextKind(target.field.kind) && texts.length === values.length) {
        return sql`lower(${target.text} collate "C") = any(${texts}::text[])`;
      }
      const parts = of.map((matcher) => operatorOf(matcher).toSql(matcher, target));
      return sql`(${sql.join(parts, sql` or `)})`;
    },
    test({ of }) {
      const tests = of.map((matcher) => operatorOf(matcher).test(matcher));
      return (target) => tests.some((test) => test(target));
    },
    words({ of }, field, negated) {
      const parts = of.map((matcher) => operatorOf(matcher).words(matcher, field, negated));
      return parts.join(negated ? ' and ' : ' or ');
    },
    print({ of }, field) {
      const parts = of.map((matcher) => operatorOf(matcher).print(matcher, field).replace(/^:/, ''));
      return `:(${parts.join(' or ')})`;
    },
    examples: [
      {
        query: 'namespace:(payments or kube-system)',
        words: 'Events where namespace is payments or is kube-system.',
        finds: ['payments', 'Kube-System'],
        misses: ['default', null],
      },
      {
        query: 'status:(404 >=500)',
        words: 'Events where status is 404 or is at least 500.',
        finds: [404, 503],
        misses: [400, null],
      },
      {
        query: 'time.hour:(>=22 or <6)',
        words: 'Events where hour in UTC is at least 22 or is below 6.',
        finds: ['2026-01-31T22:00:00Z', '2026-01-31T05:59:59Z', '2026-01-31T23:30:00-01:00'],
        misses: ['2026-01-31T06:00:00Z', '2026-01-31T23:30:00+02:00', null],
      },
      {
        query: 'user:(system:* or "" or /^bot/)',
        words: 'Events where user looks like system:* or is “” or matches /^bot/.',
        finds: ['system:node', '', 'bot-7'],
        misses: ['alice', null],
      },
    ],
  };
}

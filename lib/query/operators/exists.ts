import { sql } from '../sql';
import type { Operator } from './operator';

/** `field:*`: the event has a value of this field. */
export interface Exists {
  readonly kind: 'exists';
}

export const exists: Operator<Exists> = {
  kind: 'exists',
  title: 'Exists',
  about: 'The event has this field at all.',
  accept(operand) {
    const isStar = operand.kind === 'word' && operand.pattern.length === 1 && operand.pattern[0]?.kind === 'any';
    const isOpen = operand.kind === 'range' && operand.low.text === null && operand.high.text === null;
    return isStar || isOpen ? { kind: 'exists' } : null;
  },
  toSql: (_matcher, target) => sql`${target.text} is not null`,
  test: () => (target) => target.text !== null,
  words: (_matcher, _field, negated) => (negated ? 'is missing' : 'is there'),
  print: () => ':*',
  examples: [
    { query: 'user:*', words: 'Events where user is there.', finds: ['alice', ''], misses: [null] },
    { query: 'status:*', words: 'Events where status is there.', finds: [0, 404], misses: [null] },
  ],
};

import { expect, test } from 'vitest';
import { LOG_TYPES } from '@/lib/events';
import { clausesOf, parseQuery, withClause } from '@/lib/query';
import { ERRORS, refusals } from './questions';

test('the overview asks in the query language, and a value can be added to each question', () => {
  for (const question of [ERRORS, ...LOG_TYPES.map(refusals)]) {
    const narrowed = withClause(question, 'pod', 'a "quoted" pod', 'include');
    expect(parseQuery(narrowed).kind).toBe('and');
    expect(clausesOf(narrowed)).toContainEqual(expect.objectContaining({ field: 'pod', value: 'a "quoted" pod' }));
  }
});

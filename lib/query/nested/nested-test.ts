import type { FieldClause } from '../node';
import { operatorOf, type TestTarget } from '../operators';
import { numberOf, orderOfScalar } from '../targets';
import { pathOf } from './path';
import { leadsTo } from './walk-path';

/** A clock that no clause on a path looks at: what stands there is compared as text or as a number. */
const NO_CLOCK = new Date(0);

/**
 * Makes the test of a clause whose field's name is a path into the JSON of an event's original; given that original. Of
 * several values one is enough. Objects and empty lists only are there: they have no value to compare.
 */
export function nestedTest({ field, matcher }: Pick<FieldClause, 'field' | 'matcher'>): (text: string) => boolean {
  const path = pathOf(field.name);
  if (path === null) return () => false;
  const test = operatorOf(matcher).test(matcher);
  const exists = asksExistence(matcher);
  const orderOf: TestTarget['orderOf'] = (scalar) => orderOfScalar(scalar, field, NO_CLOCK);
  return (text) =>
    leadsTo(text, path, (value) => {
      if (value === null) return false;
      if (typeof value === 'object') return exists;
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return false;
      // Other fields are not in the original.
      return test({ field, text: String(value), order: numberOf(value), orderOf, textOf: () => null });
    });
}

/** Whether being there is enough. */
function asksExistence(matcher: FieldClause['matcher']): boolean {
  return matcher.kind === 'exists' || (matcher.kind === 'list' && matcher.of.some(({ kind }) => kind === 'exists'));
}

import { isDerivedAttribute } from '@/lib/events';
import { NESTED_LIMITS } from './limits';

/**
 * The names of a path that a field's name spells; null when it can be none: too long, or the name of what formats derive. A
 * name in the JSON may hold dots itself.
 */
export function pathOf(name: string): readonly string[] | null {
  if (name === '' || isDerivedAttribute(name)) return null;
  const names = name.split('.');
  return names.length <= NESTED_LIMITS.names ? names : null;
}

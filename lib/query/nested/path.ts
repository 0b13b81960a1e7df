import { NESTED_LIMITS } from './limits';

/** The names of a path that a field's name spells; null when it can be none. A name in the JSON may hold dots itself. */
export function pathOf(name: string): readonly string[] | null {
  const names = name.split('.');
  return names.length <= NESTED_LIMITS.names && name !== '' ? names : null;
}

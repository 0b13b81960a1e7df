import { pathOf } from './path';
import { leadsTo } from './walk-path';

/**
 * The values that a path into the JSON of an event's original leads to, each once and as text, in the order in which they
 * stand there: those that `nestedTest` compares. Objects, lists and null are none.
 */
export function nestedValues(text: string, name: string): readonly string[] {
  const path = pathOf(name);
  const values = new Set<string>();
  if (path === null) return [];
  leadsTo(text, path, (value) => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values.add(String(value));
    return false;
  });
  return [...values];
}

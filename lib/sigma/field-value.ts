import { knownField, nestedValues, type QueryableEvent } from '@/lib/query';
import { mappingOf } from './field-mapping';
import type { LogSourceMapping } from './log-sources';
import { Refused } from './refusal';

/** The value that an event has for a field of Sigma, as correlations group by it and add it up; null when it has none. */
export function fieldValue(source: LogSourceMapping, event: QueryableEvent, name: string): string | null {
  for (const { field } of targetsOf(source, name)) {
    const value = eventValue(event, field);
    if (value !== null) return String(value);
  }
  return null;
}

/** Whether the value of a field of Sigma may be nowhere but in the JSON of an event's original. */
export function mayBePath(source: LogSourceMapping, name: string): boolean {
  return mappingOf(source).mayBePath(name);
}

function targetsOf(source: LogSourceMapping, name: string) {
  try {
    return mappingOf(source).targetsOf(name);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

/** The value that an event has for a field of the query language, of several under a path the first; null when it has none. */
export function eventValue(event: QueryableEvent, name: string): string | number | boolean | null {
  const known = knownField(name);
  if (known?.kind === 'type') return event.type;
  if (known?.kind === 'severity') return event.severity;
  if (known !== null) return known.name === 'message' ? event.message : event.field(known.name);
  if (event.knowsAttribute?.(name) !== false) return event.attribute(name);
  return nestedValues(event.text, name)[0] ?? null;
}

import type { Query } from '@/lib/query';
import type { Condition } from './condition';
import type { FieldMapping } from './field-mapping';
import { itemQuery, simplest } from './item-query';
import type { ModifierContext } from './modifiers';
import { NEVER, not } from './query-parts';
import { type Refusal, Refused } from './refusal';
import type { Detection, Selection } from './rule';

/** What a detection asks for, and all that it asks for in vain. */
export interface CompiledDetection {
  readonly query: Query;
  readonly refusals: readonly Refusal[];
}

/** Compiles selections and condition; goes on after a refusal, so that a person sees all of them at once. */
export function compileDetection(
  detection: Detection,
  mapping: FieldMapping,
  placeholders: ModifierContext['placeholders'],
): CompiledDetection {
  const refusals: Refusal[] = [];
  const compiled = new Map<string, Query>();

  const ofSelection = (selection: Selection): Query => {
    if (selection.kind !== 'item') {
      return simplest(selection.kind === 'all' ? 'and' : 'or', selection.of.map(ofSelection));
    }
    try {
      return itemQuery(selection, mapping, placeholders);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.push(error.refusal);
      return NEVER;
    }
  };
  const ofName = (name: string): Query => {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const selection = detection.selections.get(name);
    const query = selection === undefined ? NEVER : ofSelection(selection);
    compiled.set(name, query);
    return query;
  };
  const ofCondition = (condition: Condition): Query => {
    if (condition.kind === 'name') return ofName(condition.name);
    if (condition.kind === 'not') return not(ofCondition(condition.of));
    return simplest(condition.kind, condition.of.map(ofCondition));
  };
  const query = simplest('or', detection.conditions.map(ofCondition));
  return { query, refusals: distinct(refusals) };
}

function distinct(refusals: readonly Refusal[]): Refusal[] {
  return [...new Map(refusals.map((refusal) => [refusal.message, refusal])).values()];
}

import { type ModifierContext, modifierNamed } from './modifiers';
import { Refused } from './refusal';
import type { DetectionItem, RawValue } from './rule';
import type { SigmaTest } from './sigma-test';
import { literal, merged, textPattern } from './text-pattern';

/** What an item of a selection asks, its modifiers applied. */
export interface ItemTests {
  /** For each value what it asks; of several tests of one value one must hold. */
  readonly values: readonly (readonly SigmaTest[])[];
  /** Whether one value must hold or all of them. */
  readonly joined: 'and' | 'or';
  readonly negated: boolean;
}

/** Applies the modifiers of an item from left to right. Throws Refused for what they cannot be put on. */
export function itemTests(item: DetectionItem, placeholders: ModifierContext['placeholders']): ItemTests {
  const isRegex = item.modifiers.includes('re');
  let values: readonly (readonly SigmaTest[])[] = item.values.map((value) => [rawTest(value, isRegex)]);
  if (values.length === 0) values = [[{ kind: 'null' }]];
  let joined: ItemTests['joined'] = 'or';
  let negated = false;
  const before: string[] = [];
  for (const name of item.modifiers) {
    const modifier = modifierNamed(name);
    if (modifier === null) throw new Refused('modifier', name, `the modifier "${name}" is not known`);
    if (modifier.works === 'list') {
      joined = modifier.joins ?? joined;
      negated ||= modifier.negates;
    } else {
      const context = { before: [...before], field: item.field, placeholders };
      values = values.map((tests) => tests.flatMap((test) => modifier.apply(test, context)));
    }
    before.push(modifier.name);
  }
  return { values, joined, negated };
}

/** A regular expression is taken as it stands; in other texts there may be wildcards. */
function rawTest(value: RawValue, isRegex: boolean): SigmaTest {
  if (isRegex && value !== null) {
    return { kind: 'text', pattern: merged([literal(String(value))]), cased: false, isBytes: false };
  }
  switch (typeof value) {
    case 'string':
      return { kind: 'text', pattern: textPattern(value), cased: false, isBytes: false };
    case 'number':
      return { kind: 'number', value };
    case 'boolean':
      return { kind: 'truth', value };
    default:
      return { kind: 'null' };
  }
}

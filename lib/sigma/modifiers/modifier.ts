import type { SigmaTest } from '../sigma-test';

/** What a modifier may know beside the value. */
export interface ModifierContext {
  /** The modifiers that stand before it, by their names. */
  readonly before: readonly string[];
  /** Null for keywords. */
  readonly field: string | null;
  /** What placeholders stand for, by their names without the percent signs. */
  readonly placeholders: ReadonlyMap<string, readonly string[]>;
}

/** A case that is a test and a line of the documentation at once. */
export interface ModifierExample {
  /** What stands behind the field's name. */
  readonly modifiers: string;
  readonly value: string | number | boolean | readonly (string | number)[];
  /** Values of the field that it finds and some that it does not; null: the event has no such field. */
  readonly finds: readonly (string | number | null)[];
  readonly misses: readonly (string | number | null)[];
}

interface Named {
  readonly name: string;
  /** Further names, which the specification or pySigma know. */
  readonly aliases: readonly string[];
  /** What it does, in one sentence. */
  readonly about: string;
  readonly examples: readonly ModifierExample[];
}

/** Changes what each value asks. */
export interface ValueModifier extends Named {
  readonly works: 'value';
  /** The tests that a test becomes, of which one must hold. Throws Refused for a value that it cannot be put on. */
  apply(test: SigmaTest, context: ModifierContext): readonly SigmaTest[];
}

/** Changes how the values of a list are joined. */
export interface ListModifier extends Named {
  readonly works: 'list';
  readonly joins: 'and' | null;
  readonly negates: boolean;
}

export type Modifier = ValueModifier | ListModifier;

import type { Step } from '../pipeline/steps';
import type { Span } from '../query-error';
import type { StageReader } from './stage-reader';

/** A case that is a test and a line of the help page at once. */
export interface StageExample {
  readonly query: string;
  /** What it asks, in words. */
  readonly words: string;
  /** What it gives of the events in `testing/sample-incident.ts`: the names of the columns, then the rows. */
  readonly gives: readonly (readonly (string | number | null)[])[];
}

/**
 * A step that may stand behind a `|`: one member of the query language. `S` is its part of the AST: plain data, valid
 * once parsed.
 */
export interface StageMember<S extends { readonly kind: string }> {
  readonly kind: S['kind'];
  readonly title: string;
  /** One or two sentences for the help page. */
  readonly about: string;
  /** The words that it may begin with; the first is its own name. */
  readonly names: readonly string[];
  /**
   * What follows the name: `words` and fields, or a `condition` as a filter is written. Where it is `calls`, the name is
   * the first of them and is read with the rest.
   */
  readonly body: 'words' | 'condition' | 'calls';
  /** Reads what follows the name; throws QueryError, with a place, for what it cannot mean. */
  read(reader: StageReader, at: Span): S;
  /** What it does, in the steps that evaluators know. */
  plan(stage: S): readonly Step[];
  /** Its part of the sentence, between semicolons. */
  words(stage: S): string;
  /** Its text; reading it gives the same stage. */
  print(stage: S): string;
  readonly examples: readonly StageExample[];
}

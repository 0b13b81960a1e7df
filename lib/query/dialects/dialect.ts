import type { Query } from '../node';
import type { QueryError } from '../query-error';

/** How surely a text is in a dialect: `certain` when it can hardly be anything else, `possible` when it may be ours too. */
export type Likeness = 'certain' | 'possible' | 'no';

/** What a text of another language says in ours. */
export interface Translation {
  readonly query: Query;
  /** What is not quite the same here, one sentence each; empty when nothing is. */
  readonly notes: readonly string[];
}

/** An event of an example: values by field or attribute, its type under `type`, and the original under `text`. */
export type ExampleEvent = Readonly<Record<string, string | number>>;

/** A text that the dialect can say and we too. */
interface ReadExample {
  readonly text: string;
  /** The same in our language, as it is printed. */
  readonly reads: string;
  /** Events that the text finds in the dialect's own home, and some that it does not. */
  readonly finds: readonly ExampleEvent[];
  readonly misses: readonly ExampleEvent[];
}

/** A text that cannot be said here, why, and the piece of it that the reason is about. */
interface RefusedExample {
  readonly text: string;
  readonly refused: RegExp;
  readonly at: string;
}

export type DialectExample = ReadExample | RefusedExample;

/** Another query language, as far as people paste it here: one member of the registry in `dialects.ts`. */
export interface Dialect {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  likeness(text: string): Likeness;
  /** Throws `QueryError`, and nothing else, with the place of what cannot be said in our language. Takes linear time. */
  translate(text: string): Translation;
  /** These are tests, and the help page shows some of them. */
  readonly examples: readonly DialectExample[];
}

/** What the query bar says of a text in another language. */
export type Reading =
  | {
      readonly kind: 'translation';
      readonly dialect: string;
      readonly query: string;
      readonly notes: readonly string[];
      /** False when the text may well be ours: then this is only what it would mean elsewhere. */
      readonly certain: boolean;
    }
  | { readonly kind: 'refusal'; readonly dialect: string; readonly error: QueryError };

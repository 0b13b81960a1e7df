import type { FieldReference } from './field-reference';
import type { Matcher } from './operators';
import type { Pattern } from './pattern';
import type { Span } from './query-error';

/**
 * A parsed query. `at` is the node's place in the text it was parsed from. `and` and `or` hold two or more nodes and
 * never directly contain one of their own kind.
 */
export type Query = Everything | And | Or | Not | TextTerm | TextRegex | FieldClause;

/** The empty query, or `*`. */
export interface Everything {
  readonly kind: 'everything';
  readonly at: Span;
}

export interface And {
  readonly kind: 'and';
  readonly of: readonly Query[];
  readonly at: Span;
}

export interface Or {
  readonly kind: 'or';
  readonly of: readonly Query[];
  readonly at: Span;
}

export interface Not {
  readonly kind: 'not';
  readonly of: Query;
  readonly at: Span;
}

/**
 * A bare word or a "phrase": occurs anywhere in the original event, in any case. In a word `*` stands for any run of
 * characters within the event and `?` for one; a phrase is taken as it stands.
 */
export interface TextTerm {
  readonly kind: 'text';
  readonly pattern: Pattern;
  readonly at: Span;
}

/** A bare `/expression/`: matches somewhere in the original event, its pieces joined, in any case unless its options say otherwise. */
export interface TextRegex {
  readonly kind: 'text-regex';
  /** As written between the slashes; valid. */
  readonly source: string;
  readonly at: Span;
}

/** `field:value` and its kin: what the matcher says of the field. */
export interface FieldClause {
  readonly kind: 'field';
  readonly field: FieldReference;
  readonly matcher: Matcher;
  readonly at: Span;
}

/** Joins nodes, flattening those that are joined the same way already; a single one stays as it is. */
export function combine(kind: 'and' | 'or', nodes: readonly Query[]): Query {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return { kind: 'everything', at: { from: 0, to: 0 } };
  if (nodes.length === 1) return first;
  const of = nodes.flatMap((node) => (node.kind === kind ? node.of : [node]));
  return { kind, of, at: { from: first.at.from, to: last.at.to } };
}

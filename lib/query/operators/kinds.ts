import type { QueryFieldKind } from '../field-reference';

const TEXT_KINDS: ReadonlySet<QueryFieldKind> = new Set(['text', 'address', 'source', 'file', 'attribute']);

/** Kinds whose values are texts, equal in any case. */
export function isTextKind(kind: QueryFieldKind): boolean {
  return TEXT_KINDS.has(kind);
}

/** Kinds whose values can be compared with those of another field of the same event. */
export function isComparable(kind: QueryFieldKind): boolean {
  return hasPatterns(kind) && kind !== 'source' && kind !== 'file';
}

/** Kinds whose values can be looked at through a pattern: texts, and numbers as they are written. */
export function hasPatterns(kind: QueryFieldKind): boolean {
  return isTextKind(kind) || kind === 'integer' || kind === 'number';
}

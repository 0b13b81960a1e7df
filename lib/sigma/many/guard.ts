import {
  type FieldClause,
  literalPieces,
  type Matcher,
  type Pattern,
  parseRegex,
  type Query,
  requiredLiterals,
} from '@/lib/query';

/**
 * What an event must have for a query to be able to find it; cheap to look up for many queries at once. Never says no where the
 * query says yes.
 */
export type Guard = readonly GuardPart[];

/** One of several things, of which an event must have one. Texts are in lower case and ASCII. */
export type GuardPart =
  | { readonly kind: 'value'; readonly field: string; readonly text: string }
  /** The field, or for null the original, holds the piece. */
  | { readonly kind: 'piece'; readonly field: string | null; readonly text: string }
  | { readonly kind: 'present'; readonly field: string };

/** More alternatives cost more than they spare. */
const PARTS_MAX = 2000;
/** Longer pieces find no less, and cost memory. */
const PIECE_MAX = 10;
/** How many of a thousand events have what a part asks for, as a guess: what is rarest is looked up. */
const SHARES = { value: 20, piece: 2, shortPiece: 50, present: 500 } as const;
/** Fields with so few values that one says little. */
const COARSE: ReadonlySet<string> = new Set(['type', 'severity', 'format', 'protocol', 'method', 'status', 'verb']);
const COARSE_SHARE = 300;

/**
 * The guard of a query; null when it asks for nothing that can be looked up. `isField` tells which names of fields are asked
 * for as they are, and not as paths into the original.
 */
export function guardOf(query: Query, isField: (name: string) => boolean): Guard | null {
  switch (query.kind) {
    case 'and': {
      const guards = query.of.map((part) => guardOf(part, isField)).filter((guard) => guard !== null);
      return guards.sort((one, other) => shareOf(one) - shareOf(other))[0] ?? null;
    }
    case 'or':
      return anyOf(query.of.map((part) => guardOf(part, isField)));
    case 'text':
      return piece(null, query.pattern);
    case 'text-regex':
      return ofRegex(null, query.source);
    case 'field':
      return ofClause(query, isField);
    default:
      return null;
  }
}

function anyOf(guards: readonly (Guard | null)[]): Guard | null {
  const parts = guards.flatMap((guard) => guard ?? []);
  return guards.includes(null) || parts.length > PARTS_MAX ? null : parts;
}

function shareOf(guard: Guard): number {
  return guard.reduce((sum, part) => sum + partShare(part), 0);
}

function partShare(part: GuardPart): number {
  if (part.field !== null && COARSE.has(part.field)) return COARSE_SHARE;
  return part.kind === 'piece' && part.text.length < 4 ? SHARES.shortPiece : SHARES[part.kind];
}

function ofClause({ field, matcher }: FieldClause, isField: (name: string) => boolean): Guard | null {
  const isText = field.kind === 'text' || field.kind === 'address' || field.kind === 'attribute';
  // Parts of a time are no values that an event is looked up by.
  if (field.part !== undefined) return null;
  const hasValue = isText || field.kind === 'integer' || field.kind === 'number';
  if (!hasValue || (field.kind === 'attribute' && !isField(field.name))) return null;
  return ofMatcher(field.name, matcher);
}

function ofMatcher(field: string, matcher: Matcher): Guard | null {
  switch (matcher.kind) {
    case 'equals':
      return isAscii(String(matcher.value))
        ? [{ kind: 'value', field, text: String(matcher.value).toLowerCase() }]
        : [{ kind: 'present', field }];
    case 'wildcard':
      return piece(field, matcher.pattern) ?? [{ kind: 'present', field }];
    case 'regex':
      return ofRegex(field, matcher.source) ?? [{ kind: 'present', field }];
    case 'list':
      return anyOf(matcher.of.map((part) => ofMatcher(field, part)));
    default:
      return [{ kind: 'present', field }];
  }
}

function ofRegex(field: string | null, source: string): Guard | null {
  return anyOf(requiredLiterals(parseRegex(source)).map((pieces) => longest(field, pieces)));
}

function piece(field: string | null, pattern: Pattern): Guard | null {
  return longest(field, literalPieces(pattern));
}

/** The longest run of ASCII characters in the pieces, all of which must be there. */
function longest(field: string | null, pieces: readonly string[]): Guard | null {
  const runs = pieces.flatMap((text) => text.match(/[ -~]+/g) ?? []);
  const best = runs.sort((one, other) => other.length - one.length)[0];
  return best === undefined ? null : [{ kind: 'piece', field, text: best.toLowerCase().slice(0, PIECE_MAX) }];
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

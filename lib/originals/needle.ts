import { type NeedleProbe, probeFor } from '@/lib/blocks';

/** One way in which what is looked for can stand in the original bytes. */
export interface Needle {
  /** What the filters of a block can be asked for; a block must pass all of them. */
  readonly probes: readonly NeedleProbe[];
  /** Lower-case ASCII bytes that a record holds, all of them, the longest first. */
  readonly literals: readonly Buffer[];
  /** The test of a record that holds the literals; null when the first of them is all that is looked for. */
  readonly matches: ((text: string) => boolean) | null;
  /** The same for bytes, where that is faster; it may say that it cannot (null). */
  readonly matchesAscii: ((bytes: Uint8Array, from: number, to: number) => boolean | null) | null;
}

/** The needle for pieces of text in any case; `matches` decides about what holds them. */
export function needleOf(pieces: readonly string[], matches: Needle['matches']): Needle {
  const probes = pieces.map((piece) => probeFor(piece));
  return { probes, literals: literalsOf(pieces), matches, matchesAscii: null };
}

/** The pieces, or their parts, that can be looked for as bytes: letters beyond ASCII have several forms. */
export function literalsOf(pieces: readonly string[]): Buffer[] {
  return pieces
    .flatMap((piece) => piece.split(/[^\0-\x7f]+/))
    .filter((piece) => piece !== '')
    .sort((one, other) => other.length - one.length)
    .map((piece) => Buffer.from(piece.toLowerCase(), 'latin1'));
}

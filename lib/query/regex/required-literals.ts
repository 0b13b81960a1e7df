import { fold, otherCase } from '../folding';
import type { CharacterRange, Regex } from './regex';

/** More alternatives are not worth looking up. */
const ALTERNATIVES_MAX = 16;

/** Alternatives, of which a text must hold one, all of its pieces, in lower case; one without pieces asks for nothing. */
export type Alternatives = readonly (readonly string[])[];

const NOTHING: Alternatives = [[]];

/**
 * What a text must hold so that an expression can match in it, for filters that can only prove that a piece is absent.
 * `(fail|error): disk[0-9]` gives [["fail", ": disk"], ["error", ": disk"]].
 */
export function requiredLiterals(regex: Regex): Alternatives {
  switch (regex.kind) {
    case 'set': {
      const only = onlyCharacter(regex.ranges, regex.negated);
      return only === null ? NOTHING : [[only]];
    }
    case 'sequence':
      return ofSequence(regex.of);
    case 'choice':
      return bounded(regex.of.flatMap(requiredLiterals));
    case 'repeat':
      return regex.min === 0 ? NOTHING : requiredLiterals(regex.of);
    default:
      return NOTHING;
  }
}

/** Neighbouring characters make a piece together. */
function ofSequence(parts: readonly Regex[]): Alternatives {
  let all: Alternatives = NOTHING;
  let run = '';
  const endRun = () => {
    if (run !== '') all = both(all, [[run]]);
    run = '';
  };
  for (const part of parts) {
    const character = part.kind === 'set' ? onlyCharacter(part.ranges, part.negated) : null;
    if (character !== null) run += character;
    else {
      // What takes no room does not part its neighbours.
      if (part.kind === 'sequence' || part.kind === 'choice' || part.kind === 'repeat' || part.kind === 'set') endRun();
      all = both(all, requiredLiterals(part));
    }
  }
  endRun();
  return all;
}

function both(one: Alternatives, other: Alternatives): Alternatives {
  if (one.length * other.length <= ALTERNATIVES_MAX) {
    return one.flatMap((left) => other.map((right) => [...left, ...right]));
  }
  return weight(one) >= weight(other) ? one : other;
}

function bounded(all: Alternatives): Alternatives {
  return all.length > ALTERNATIVES_MAX ? NOTHING : all;
}

/** How much an alternative asks for at least. */
function weight(all: Alternatives): number {
  return Math.min(...all.map((pieces) => Math.max(0, ...pieces.map((piece) => piece.length))));
}

/** The one character, in lower case, that a set stands for, in either case; null when it stands for more. */
function onlyCharacter(ranges: readonly CharacterRange[], negated: boolean): string | null {
  const [first, second] = ranges;
  if (negated || first === undefined || first[0] !== first[1] || ranges.length > 2) return null;
  const character = String.fromCodePoint(first[0]);
  if (second !== undefined) {
    const isOtherCase = second[0] === second[1] && String.fromCodePoint(second[0]) === otherCase(character);
    if (!isOtherCase) return null;
  }
  return fold(character);
}

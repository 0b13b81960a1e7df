import { type NeedleProbe, probeFor } from '@/lib/blocks';
import {
  type FieldClause,
  literalPieces,
  type Matcher,
  nestedTest,
  parseRegex,
  pathOf,
  requiredLiterals,
} from '@/lib/query';
import { literalsOf, type Needle } from './needle';

/**
 * The needles of a clause whose field's name is a path into the original's JSON: the names of the path, and what its values
 * must hold. Empty when it can be no path. Holds for JSON whose letters and digits stand for themselves, as every encoder
 * writes them.
 */
export function needlesOfPath(clause: FieldClause): Needle[] {
  const path = pathOf(clause.field.name);
  if (path === null) return [];
  const matches = nestedTest(clause);
  const names = path.filter((name) => !/^\d*$/.test(name));
  const ofNames = names.map(partOf);
  return valuesOf(clause.matcher).map((value) => {
    const parts = [...ofNames, value];
    return {
      probes: parts.flatMap(({ probes }) => probes),
      literals: literalsOf(parts.flatMap(({ pieces }) => pieces)),
      matches,
      matchesAscii: null,
    };
  });
}

/** What a name, or a value, must leave in the original. */
interface WrittenPart {
  readonly probes: readonly NeedleProbe[];
  readonly pieces: readonly string[];
}

const ANYTHING: WrittenPart = { probes: [], pieces: [] };

function valuesOf(matcher: Matcher): WrittenPart[] {
  switch (matcher.kind) {
    case 'equals':
      return [equalTo(String(matcher.value))];
    case 'wildcard':
      return [piecesOf(literalPieces(matcher.pattern))];
    case 'regex':
      return requiredLiterals(parseRegex(matcher.source)).map(piecesOf);
    case 'list':
      return matcher.of.flatMap(valuesOf);
    default:
      return [ANYTHING];
  }
}

/** A number has many spellings in JSON. */
function equalTo(value: string): WrittenPart {
  return value.trim() === '' || Number.isFinite(Number(value)) ? ANYTHING : partOf(value);
}

/** A piece with a digit may be a number's, or with an e alone, which are spelled in many ways. */
function piecesOf(pieces: readonly string[]): WrittenPart {
  const letters = pieces.flatMap(lettersOf).filter((piece) => piece.toLowerCase() !== 'e');
  return { probes: letters.map((piece) => probeFor(piece)), pieces: letters };
}

/** Characters that no encoder of JSON writes in another way. What is before and behind them it may: a quotation mark is \u0022. */
const PLAIN = /^[A-Za-z0-9_.:@ -]*$/;

function partOf(text: string): WrittenPart {
  if (PLAIN.test(text)) return { probes: [probeFor(text)], pieces: [text] };
  return { probes: lettersOf(text).map((piece) => probeFor(piece)), pieces: lettersOf(text) };
}

/** Runs of letters, of which nothing is ever escaped. */
function lettersOf(text: string): string[] {
  return text.match(/[A-Za-z]+/g) ?? [];
}

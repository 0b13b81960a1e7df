import { parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { MATRICES } from '@/lib/interface';
import { SHOWN_STATES } from './shown-state';

/** Everything that the page of the matrix remembers, all of it in its address. What is left out has its default. */
export const matrixParsers = {
  matrix: parseAsStringLiteral(MATRICES).withDefault('attack'),
  /** ISO times or relative ones (`now-24h`); left out = open. */
  from: parseAsString,
  to: parseAsString,
  /** Only techniques in this state stand out. */
  state: parseAsStringLiteral(SHOWN_STATES),
  /** Sub-techniques are folded into what they belong to. */
  folded: parseAsBoolean.withDefault(false),
  /** The id of the technique that is open. */
  cell: parseAsString,
};

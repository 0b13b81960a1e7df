import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { LOG_TYPES } from '@/lib/events';

/** Everything that the library's page remembers, all of it in its address. What is left out has its default. */
export const libraryParsers = {
  type: parseAsArrayOf(parseAsStringLiteral(LOG_TYPES)).withDefault([]),
  tactic: parseAsString,
  contains: parseAsString.withDefault(''),
  /** Only what the data can answer. */
  runs: parseAsBoolean.withDefault(false),
  /** The name of the hunt that is open. */
  hunt: parseAsString,
};

import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { LOG_TYPES } from '@/lib/events';
import { FINDING_LEVELS, VERDICTS } from '@/lib/interface';

/** What the list can be put together by. */
export const GROUPINGS = ['detector', 'subject'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Everything that the page of findings remembers, all of it in its address. What is left out has its default. */
export const findingsParsers = {
  type: parseAsArrayOf(parseAsStringLiteral(LOG_TYPES)).withDefault([]),
  /** This level and above. */
  level: parseAsStringLiteral(FINDING_LEVELS),
  detector: parseAsString,
  /** An id of ATT&CK, or of Microsoft's matrix. */
  technique: parseAsString,
  /** Left out = all but benign. */
  verdict: parseAsArrayOf(parseAsStringLiteral(VERDICTS)),
  contains: parseAsString.withDefault(''),
  /** ISO times or relative ones (`now-24h`); left out = open. */
  from: parseAsString,
  to: parseAsString,
  group: parseAsStringLiteral(GROUPINGS),
  /** The id of the finding that is open. */
  finding: parseAsString,
};

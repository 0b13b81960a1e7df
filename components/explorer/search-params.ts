import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { PATTERN_ORDERS } from '@/lib/interface';

/**
 * Everything that an explorer page remembers, all of it in its address; the type is the path, and `zone` belongs to
 * `useZone`, which every page shares. Plain data, for server and client. What is left out has its default.
 */
export const explorerParsers = {
  q: parseAsString.withDefault(''),
  /** ISO times or relative ones (`now-24h`); left out = open. */
  from: parseAsString,
  to: parseAsString,
  /** The id of the source looked at; left out = all. */
  source: parseAsString,
  /** Columns as `name` or `name:width`; left out = the type's own. */
  cols: parseAsArrayOf(parseAsString),
  /** `asc`, `desc`, `field` or `-field`. */
  sort: parseAsString.withDefault('desc'),
  /** What the bars are stacked by: `severity` or a field. */
  by: parseAsString,
  /** The fields of the facets column; left out = the type's own. */
  facets: parseAsArrayOf(parseAsString),
  /** The order in which patterns are shown in the place of the events; left out = the events are. */
  patterns: parseAsStringLiteral(PATTERN_ORDERS),
  /** The id of the open event. */
  event: parseAsString,
  /** How an answer of steps is drawn; left out = what fits it. */
  chart: parseAsString,
  /** Whether a type's charts are shown; left out = they are. */
  charts: parseAsBoolean.withDefault(true),
  /** What the range is compared with: `rest` or `before`; left out = nothing. */
  compare: parseAsString,
  /** Whether events are shown as they arrive. */
  live: parseAsBoolean.withDefault(false),
  /** Whether findings are marked on the lanes. */
  marks: parseAsBoolean.withDefault(true),
};

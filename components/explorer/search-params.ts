import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
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
  /** The id of a proof: only events that were added since; left out = all. */
  since: parseAsString,
  /** A moment at which lanes and table have a mark. */
  at: parseAsString,
  /** The short link that the page was opened with. Where it is too long for an address, the rest is what it says. */
  link: parseAsString,
  /** The id of the proof that came with the address. */
  proof: parseAsString,
};

export type ExplorerValues = inferParserType<typeof explorerParsers>;

/** Reads the query part of an address; what has no value of its kind has its default. */
export const readExplorerSearch = createLoader(explorerParsers);
export const writeExplorerSearch = createSerializer(explorerParsers);

/** What stands in the address itself also where all else is kept on the server. */
export const OWN_TO_ADDRESS = ['event', 'at', 'link', 'proof'] as const;

/** All values as they are where an address says nothing. */
export const NO_VALUES: ExplorerValues = readExplorerSearch(new URLSearchParams());

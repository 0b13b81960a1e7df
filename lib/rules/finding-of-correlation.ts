import type { Finding } from '@/lib/detections';
import { fold } from '@/lib/query';
import type { FoundCorrelation } from '@/lib/sigma';
import type { ActiveCorrelation } from './active-rule';
import { countOf, shortened, titleOf, WORDS_MAX, wholeMilliseconds } from './words-of-findings';

/** The finding that a correlation which came true is: it opens the events that counted. */
export function findingOfCorrelation(correlation: ActiveCorrelation, match: FoundCorrelation): Finding {
  const { document } = correlation;
  const ids = [...new Set(match.events)];
  const fields = document.groupBy.map((name, place) => [name, match.group[place] ?? ''] as const);
  const named = fields.filter(([, value]) => value !== '');
  return {
    key: match.group.map((value) => `=${fold(value)}`),
    type: match.last.type,
    ...wholeMilliseconds(match.from, match.to),
    level: correlation.level,
    confidence: correlation.confidence,
    title: titleOf(
      correlation.title,
      named.map(([, value]) => value),
    ),
    reason:
      `${shortened(correlation.about, WORDS_MAX)} ${lookedFor(correlation)} It came true at ${new Date(Math.floor(match.to / 1000)).toISOString()} with ${countOf(ids.length)}: ${figureOf(match)}.`.trimStart(),
    observed: match.figure,
    expected: null,
    history: 0,
    query: `id:(${ids.join(' or ')})`,
    events: ids.length,
    subject: subjectOf(correlation, named),
    techniques: correlation.techniques,
  };
}

/** The correlation names fields as its rules do; what people go on by are those of the query language. */
function subjectOf({ by }: ActiveCorrelation, named: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(named.map(([name, value], place) => [by[place] ?? name, value]));
}

const KINDS: Readonly<Record<string, string>> = {
  event_count: 'events that a rule found',
  value_count: 'different values in events that a rule found',
  temporal: 'events of several rules',
  temporal_ordered: 'events of several rules, one after the other',
  value_sum: 'a sum over events that a rule found',
  value_avg: 'an average over events that a rule found',
  value_percentile: 'a percentile over events that a rule found',
  value_median: 'a median over events that a rule found',
};

function lookedFor({ document }: ActiveCorrelation): string {
  const by = document.groupBy.length === 0 ? '' : ` with the same ${document.groupBy.join(', ')}`;
  const bounds = document.bounds.map(({ is, value }) => `${BOUNDS[is]} ${value.toLocaleString('en-US')}`).join(' and ');
  const figure = bounds === '' || document.condition !== null ? '' : `, ${bounds} of them`;
  return `The correlation looks for ${KINDS[document.type] ?? document.type}${by} within ${spanOf(document.timespan)}${figure}.`;
}

const BOUNDS = {
  gt: 'more than',
  gte: 'at least',
  lt: 'less than',
  lte: 'at most',
  eq: 'exactly',
  neq: 'not',
} as const;

function figureOf({ figure, rule }: FoundCorrelation): string {
  const shown = Number(figure.toFixed(2)).toLocaleString('en-US');
  return rule.type.startsWith('temporal') ? `${shown} of its ${rule.rules.length} rules` : `the figure was ${shown}`;
}

/** Microseconds in words. */
function spanOf(micros: number): string {
  for (const [unit, size] of UNITS) {
    if (micros % size === 0) return `${micros / size} ${unit}${micros === size ? '' : 's'}`;
  }
  return `${micros / 1e6} seconds`;
}

const UNITS = [
  ['day', 86_400e6],
  ['hour', 3600e6],
  ['minute', 60e6],
  ['second', 1e6],
] as const;

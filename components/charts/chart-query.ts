import { checkQuery, parseQuery, printQuery, splitPipeline, topClauses } from '@/lib/query';

/**
 * The query of a chart within what a person looks at: the events of `q`, its own steps put aside, that the chart is about, with the
 * chart's steps. Clauses that `q` has already are not said twice, so that what a mark leads to does not grow from click to click.
 */
export function withinQuery(q: string, chart: string): string {
  const own = splitPipeline(chart);
  const filter = splitPipeline(q).filter.trim();
  const said = new Set(topClauses(filter).map(({ text }) => normal(text)));
  const added = topClauses(own.filter.trim())
    .map(({ text }) => text)
    .filter((text) => !said.has(normal(text)));
  const parts = [grouped(filter), ...added].filter((text) => text !== '' && text !== '*');
  return `${parts.length === 0 ? '*' : parts.join(' ')} ${own.steps}`.trim();
}

/** Alternatives need parentheses beside other clauses. */
function grouped(filter: string): string {
  const isFit = filter === '' || filter === '*' || checkQuery(filter) !== null || parseQuery(filter).kind !== 'or';
  return isFit ? filter : `(${filter})`;
}

function normal(text: string): string {
  return printQuery(parseQuery(text));
}

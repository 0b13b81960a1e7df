import type { ExplainedClause } from '@/lib/interface';
import { nearestTexts, QUERY_FIELDS, resolveField, type TopClause, withFilter } from '@/lib/query';
import { breakdownBy } from './breakdown';
import type { Ask } from './explain-around';

/** Among so many of the commonest values a misspelt one is looked for. */
const VALUES_MAX = 1000;
const MEANT_MAX = 3;
const UNCOUNTED: ReadonlySet<string> = new Set(['time', 'id', 'source', 'integer', 'number', 'type', 'severity']);

type Meant = ExplainedClause['meant'];

/** What a clause that finds nothing may have meant: values of its field that are spelt alike, or fields whose names are. */
export async function meantBy(text: string, clause: TopClause, ask: Ask): Promise<Meant> {
  const { filter } = clause;
  if (filter === null || filter.negated || UNCOUNTED.has(filter.field.kind)) return [];
  const { matching } = await ask({ q: '' });
  const [facet] = await matching.facets([breakdownBy('q', filter.field.name)], VALUES_MAX);
  if (facet === undefined) return [];
  if (facet.distinct === 0) return filter.field.kind === 'attribute' ? meantFields(text, clause) : [];
  const values = filter.values.map(String);
  return values
    .flatMap((value) => {
      const others = facet.values.filter((other) => !values.includes(String(other.value)));
      return nearestTexts(value, others, (other) => String(other.value), MEANT_MAX).map((other) => {
        const meant = values.map((each) => (each === value ? String(other.value) : each));
        const q = withFilter(text, clause, { ...filter, values: meant });
        return { text: String(other.value), count: other.count, q };
      });
    })
    .slice(0, MEANT_MAX);
}

const NAMES = QUERY_FIELDS.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => ({ name, alias })));

function meantFields(text: string, clause: TopClause): Meant {
  const { filter } = clause;
  if (filter === null) return [];
  const found = nearestTexts(filter.field.name, NAMES, ({ alias }) => alias, MEANT_MAX * 2);
  return [...new Set(found.map(({ name }) => name))].slice(0, MEANT_MAX).map((name) => {
    const q = withFilter(text, clause, { ...filter, field: resolveField(name) });
    return { text: `${name}:`, count: null, q };
  });
}

import { combine, type FieldClause, nestedValues, resolveField } from '@/lib/query';
import { type Question, questionWith } from './answer-about';
import { commonest } from './commonest';
import { foundOriginals, ORIGINALS_MAX, tooManyOriginals } from './found-originals';
import type { Facet } from './matching';
import { segmentsHaving } from './path-conditions';

/**
 * The facet of a name that is a path into the JSON of the originals, as it is where no event has such an attribute; null for
 * other names. An event with several values counts for each. The originals of all events that have the path are read;
 * where that would be too many, the facet says so.
 */
export async function pathFacet(question: Question, name: string, limit: number): Promise<Facet | null> {
  const { reader, scope } = question;
  const field = resolveField(name);
  if (field.kind !== 'attribute' || scope.segments.length === 0) return null;
  if ((await segmentsHaving(reader, scope.segments, name)).size > 0) return null;
  const all = await question.matching.count();
  if (all > ORIGINALS_MAX) return { distinct: 0, missing: 0, values: [], problem: tooManyOriginals(name, all) };
  const exists: FieldClause = { kind: 'field', field, matcher: { kind: 'exists' }, at: scope.query.at };
  const query = scope.query.kind === 'everything' ? exists : combine('and', [scope.query, exists]);
  const { matching } = await questionWith(question, { ...scope, query });
  const counts = new Map<string, number>();
  let having = 0;
  for await (const { text } of foundOriginals(reader, matching)) {
    const values = nestedValues(text, name);
    // A path may lead to nothing but objects.
    if (values.length > 0) having += 1;
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const { distinct, values } = commonest(
    Array.from(counts, ([text, count]) => ({ text, count })),
    limit,
  );
  return { distinct, missing: all - having, values: values.map(({ text, count }) => ({ value: text, count })) };
}

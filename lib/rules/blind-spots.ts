import { type Ground, missingOf } from '@/lib/library';
import type { FieldClause, Query } from '@/lib/query';
import type { KnownRule } from './known-rule';

/** Fields and attributes of audit events that formats make of the bodies of requests. */
const OF_BODIES = /^(?:requestObject|responseObject|pod|binding|role|webhook|images?|hosts?Paths?)(?:\.|$)/;

/** What the data lacks for a rule, a sentence each. One that is blind finds nothing, whatever happened. */
export function blindSpots(rule: KnownRule, parts: readonly KnownRule[], ground: Ground): string[] {
  if (rule.refusals.length > 0 || rule.kind === 'filter') return [];
  if (rule.correlation === null) return ofEvents(rule, ground);
  const ofParts = parts.filter(({ run }) => run !== null).map((part) => ofEvents(part, ground));
  // Of a count any of its rules may add; what must follow each other must all be seen.
  const needsAll = rule.correlation.type.startsWith('temporal') && rule.correlation.condition === null;
  const blind = ofParts.filter((missing) => missing.length > 0);
  return needsAll || blind.length === ofParts.length ? [...new Set(blind.flat())] : [];
}

function ofEvents({ run, needs, types }: KnownRule, ground: Ground): string[] {
  if (run === null) return [];
  const bodies =
    needs?.bodiesOf ?? (types.includes('audit') && needsBodies(run.query) ? changedBy(run.query, ground) : []);
  return missingOf({ types, needs: { ...needs, bodiesOf: bodies } }, ground);
}

/** Whether a query finds only events with a body. */
function needsBodies(query: Query): boolean {
  if (query.kind === 'and') return query.of.some(needsBodies);
  if (query.kind === 'or') return query.of.every(needsBodies);
  return query.kind === 'field' && query.field.kind === 'attribute' && OF_BODIES.test(query.field.name);
}

/** The resources whose bodies it looks into: those that it names, or else any that the log knows. */
function changedBy(query: Query, { bodies }: Ground): readonly string[] {
  const named = namedResources(query);
  if (named.length > 0) return named;
  return bodies.kept.size > 0 ? [...bodies.kept] : [...bodies.left];
}

function namedResources(query: Query): readonly string[] {
  if (query.kind === 'and') return query.of.map(namedResources).find((names) => names.length > 0) ?? [];
  if (query.kind === 'or') {
    const each = query.of.map(namedResources);
    return each.every((names) => names.length > 0) ? each.flat() : [];
  }
  return query.kind === 'field' && query.field.name === 'resource' ? valuesOf(query.matcher) : [];
}

/** The values that a matcher names as they are; none where it takes others too. */
function valuesOf(matcher: FieldClause['matcher']): readonly string[] {
  if (matcher.kind === 'equals') return [String(matcher.value)];
  if (matcher.kind !== 'list') return [];
  const each = matcher.of.map(valuesOf);
  return each.every((values) => values.length > 0) ? each.flat() : [];
}

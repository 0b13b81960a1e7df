import { type FieldReference, resolveField } from './field-reference';
import { fold } from './folding';
import { lex } from './lexer';
import type { FieldClause, Query } from './node';
import type { Scalar } from './operators';
import { checkQuery, parseQuery } from './parse';
import { parsePipeline, splitPipeline } from './pipeline/parse-pipeline';
import { planOf } from './pipeline/plan';
import { printQuery } from './print';
import { QueryError, type Span } from './query-error';
import { printName, printScalar } from './scalar-text';
import { readEqual } from './scalars';

/** A filter pill: one value of a clause that stands by itself or is and-ed with others. Values of a list share its place. */
export interface Clause extends Span {
  readonly field: string;
  readonly value: string;
  readonly negated: boolean;
}

/** The filter pills of a query text, of what stands before its steps; none when that cannot be parsed. */
export function clausesOf(text: string): Clause[] {
  return (partsOf(splitPipeline(text).filter) ?? []).flatMap(({ filter, at }) =>
    filter === null
      ? []
      : filter.values.map((value) => ({
          field: filter.field.name,
          value: String(value),
          negated: filter.negated,
          ...at,
        })),
  );
}

/**
 * The text with a filter on a field's value. The opposite filter is taken out; a further value to include joins the
 * field's others as an alternative, as no event has two. A value that the field cannot have leaves the text as it is, and
 * so do steps behind the filter.
 */
export function withClause(text: string, field: string, value: string, mode: 'include' | 'exclude'): string {
  return inFilter(text, (filter) => withFilterClause(filter, field, value, mode));
}

function withFilterClause(text: string, field: string, value: string, mode: 'include' | 'exclude'): string {
  const reference = resolveField(field);
  const scalar = scalarOf(value, reference);
  if (scalar === null) return text;
  const negated = mode === 'exclude';
  const added = printFilter({ field: reference, negated, values: [scalar] });
  const parts = partsOf(text);
  if (parts === null) return `${text.trimEnd()} ${added}`;
  const rest = without(parts, reference, scalar, !negated);
  const own = rest.filter((part) => part.filter?.field.name === reference.name && part.filter.negated === negated);
  if (own.some((part) => holds(part, scalar))) return rest.length === parts.length ? text : join(text, rest);
  const [widened] = own;
  if (negated || widened?.filter == null) return join(text, [...rest, newPart(added)]);
  const wider = printFilter({ ...widened.filter, values: [...widened.filter.values, scalar] });
  return join(
    text,
    rest.map((part) => (part === widened ? newPart(wider) : part)),
  );
}

/** The text without the filters, of either mode, on a field's value. */
export function withoutClause(text: string, field: string, value: string): string {
  return inFilter(text, (filter) => withoutFilterClause(filter, field, value));
}

/** A field with the value that its rows have; null = they have none. */
export interface FieldValue {
  readonly field: string;
  readonly value: string | number | null;
}

/**
 * The text of a filter on the events behind a row of an answer: those that the steps of `text` worked on, with just these
 * values. The steps are gone.
 */
export function narrowedTo(text: string, values: readonly FieldValue[]): string {
  const { filter } = planOf(parsePipeline(text));
  const written = splitPipeline(text);
  const hasWhere = written.steps !== '' && printQuery(filter) !== printQuery(parseQuery(written.filter));
  return values.reduce(narrowed, hasWhere ? printQuery(filter) : written.filter.trim());
}

/** Clauses that the field may have this value are said better by the new one. */
function narrowed(text: string, { field, value }: FieldValue): string {
  const reference = resolveField(field);
  const scalar = value === null ? null : scalarOf(String(value), reference);
  const parts = partsOf(text);
  if (parts === null || (value !== null && scalar === null)) return text;
  const rest = parts.filter(({ filter }) => filter === null || filter.negated || filter.field.name !== reference.name);
  const added =
    scalar === null
      ? `-${printName(reference)}:*`
      : printFilter({ field: reference, negated: false, values: [scalar] });
  return join(text, [...rest, newPart(added)]);
}

/** Changes what stands before the steps. */
function inFilter(text: string, change: (filter: string) => string): string {
  const { filter, steps } = splitPipeline(text);
  if (steps === '') return change(text);
  const changed = change(filter.trimEnd());
  return changed === '' ? steps : `${changed} ${steps}`;
}

function withoutFilterClause(text: string, field: string, value: string): string {
  const reference = resolveField(field);
  const scalar = scalarOf(value, reference);
  const parts = partsOf(text);
  if (scalar === null || parts === null) return text;
  const rest = without(without(parts, reference, scalar, true), reference, scalar, false);
  return rest.every((part, index) => part === parts[index]) && rest.length === parts.length ? text : join(text, rest);
}

/** A clause at the top of a query, with the text that is left without it. */
export interface TopClause extends Span {
  readonly text: string;
  readonly rest: string;
  /** The one field that it asks for these values; null when it asks for anything else. */
  readonly filter: Filter | null;
}

/** The clauses that must hold together; none when the text is empty or cannot be parsed. */
export function topClauses(text: string): TopClause[] {
  const parts = partsOf(text) ?? [];
  return parts.map((part) => {
    const others = parts.filter((other) => other !== part);
    return { ...part.at, text: part.text, filter: part.filter, rest: join(text, others) };
  });
}

/** The text with a clause that asks for another value, or another field of this name, instead. */
export function withFilter(text: string, clause: TopClause, filter: Filter): string {
  return text.slice(0, clause.from) + printFilter(filter) + text.slice(clause.to);
}

/** A piece of the text that must hold together with the others. */
interface Part {
  readonly text: string;
  readonly at: Span;
  /** What it says, if it is nothing but values of one field. */
  readonly filter: Filter | null;
}

export interface Filter {
  readonly field: FieldReference;
  readonly negated: boolean;
  readonly values: readonly Scalar[];
}

/** Null when the text cannot be parsed. */
function partsOf(text: string): Part[] | null {
  if (checkQuery(text) !== null) return null;
  const query = parseQuery(text);
  if (query.kind === 'everything') return [];
  const nodes = query.kind === 'and' ? query.of : [query];
  return nodes.map((node) => {
    const slice = text.slice(node.at.from, node.at.to);
    return { text: node.kind === 'or' ? parenthesized(slice) : slice, at: node.at, filter: filterOf(node) };
  });
}

function filterOf(node: Query): Filter | null {
  const clause = node.kind === 'not' ? node.of : node;
  const values = clause.kind === 'field' ? valuesOf(clause) : null;
  return clause.kind !== 'field' || values === null
    ? null
    : { field: clause.field, negated: node.kind === 'not', values };
}

function valuesOf({ matcher }: FieldClause): Scalar[] | null {
  if (matcher.kind === 'equals') return [matcher.value];
  if (matcher.kind !== 'list') return null;
  const values = matcher.of.flatMap((part) => (part.kind === 'equals' ? [part.value] : []));
  return values.length === matcher.of.length ? values : null;
}

/** The parts with a value taken out of the filters of one mode. */
function without(parts: readonly Part[], field: FieldReference, value: Scalar, negated: boolean): Part[] {
  return parts.flatMap((part) => {
    const { filter } = part;
    if (filter === null || filter.field.name !== field.name || filter.negated !== negated || !holds(part, value)) {
      return [part];
    }
    const values = filter.values.filter((other) => !isSame(other, value));
    return values.length === 0 ? [] : [newPart(printFilter({ ...filter, values }), { ...filter, values })];
  });
}

function holds(part: Part, value: Scalar): boolean {
  return part.filter?.values.some((other) => isSame(other, value)) === true;
}

function isSame(one: Scalar, other: Scalar): boolean {
  return fold(String(one)) === fold(String(other));
}

function scalarOf(value: string, field: FieldReference): Scalar | null {
  if (value.includes('\0')) return null;
  try {
    return readEqual(value, field, { from: 0, to: value.length });
  } catch (error) {
    if (error instanceof QueryError) return null;
    throw error;
  }
}

function printFilter({ field, negated, values }: Filter): string {
  const printed = values.map((value) => printScalar(value, field));
  const list = printed.length === 1 ? printed[0] : `(${printed.join(' or ')})`;
  return `${negated ? '-' : ''}${printName(field)}:${list}`;
}

function newPart(text: string, filter: Filter | null = null): Part {
  return { text, at: { from: 0, to: 0 }, filter };
}

/** Joins parts in the way in which the text did: with `and`, or side by side. */
function join(text: string, parts: readonly Part[]): string {
  const saysAnd = lex(text).some((lexeme) => lexeme.kind === 'and');
  return parts.map((part) => part.text).join(saysAnd ? ' and ' : ' ');
}

function parenthesized(text: string): string {
  const isAlready = text.startsWith('(') && text.endsWith(')') && checkQuery(text.slice(1, -1)) === null;
  return isAlready ? text : `(${text})`;
}

import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { formatCount, visibleLine } from '@/components/text';
import { type CompletionPoint, completionPoint, isComparable, QUERY_FIELDS, queryAround, stepAtEnd } from '@/lib/query';
import { type FieldOption, fieldOptions } from './field-options';
import { completeStep } from './step-completion';

/** A value of a field and how often it occurs. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
  /** What a person knows it by, if not by itself. */
  readonly text?: string;
}

export interface CompletionSources {
  readonly recent: () => readonly string[];
  /**
   * Values of a field with a text in them among the events of a query, the likeliest first, and how many there are in all.
   * Rejects when the signal fires.
   */
  readonly values: (
    field: string,
    contains: string,
    q: string,
    signal: AbortSignal,
  ) => Promise<{ values: readonly ValueCount[]; distinct: number }>;
}

/** An option as it is drawn: what stands between its label and its detail. */
export interface QueryCompletion extends Completion {
  readonly kind?: string;
  readonly alias?: string;
}

const KEYWORDS = ['and', 'or', 'not'];
const KIND_WORDS: Readonly<Record<string, string>> = { text: 'text', integer: 'number', number: 'number' };
/** Fields whose values differ from event to event, or are not one of a few. */
const NOT_COUNTED: ReadonlySet<string> = new Set(['time', 'id', 'source']);
const TIMES = ['now-15m', 'now-1h', 'now-6h', 'now-24h', 'now-7d'];

/** What may come next: recent queries in an empty bar, values with their counts after `field:`, steps behind a pipe, else fields. */
export function completeQuery(sources: CompletionSources) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const text = context.state.doc.toString();
    if (text.trim() === '') return recentQueries(sources.recent());
    const step = stepAtEnd(text.slice(0, context.pos));
    // A condition on events is written like the filter.
    if (step !== null && (step.name.toLowerCase() !== 'where' || step.columns !== null || step.body === '')) {
      return { ...completeStep(step, context.pos), validFor: /^[\w.]*$/ };
    }
    const point = completionPoint(text, context.pos);
    if (point === null) return null;
    if (point.kind === 'value') return valuesOf(sources, context, point, text);
    if (point.kind === 'other-field') return otherFields(point.typed, point.from);
    if (point.typed === '' && !context.explicit) return null;
    const keywords = KEYWORDS.filter((word) => word.startsWith(point.typed.toLowerCase()));
    const options: QueryCompletion[] = [
      ...fieldOptions(point.typed, QUERY_FIELDS).map((option) => ({
        ...fieldCompletion(option),
        label: `${option.field.name}:`,
        apply: takeAndGoOn,
      })),
      ...keywords.map((label) => ({ label, type: 'keyword' })),
    ];
    return options.length === 0 ? null : { from: point.from, options, filter: false };
  };
}

function fieldCompletion({ field, alias }: FieldOption): QueryCompletion {
  return {
    label: field.name,
    kind: KIND_WORDS[field.kind] ?? field.kind,
    ...(alias === null ? {} : { alias }),
    detail: field.about,
    type: 'field',
  };
}

/** The fields that one may be compared with. */
function otherFields(typed: string, from: number): CompletionResult | null {
  const options = fieldOptions(
    typed,
    QUERY_FIELDS.filter(({ kind }) => isComparable(kind)),
  ).map(fieldCompletion);
  return options.length === 0 ? null : { from, options, filter: false };
}

/** Puts a field in; its values are asked for as if its colon had been typed. */
const takeAndGoOn: NonNullable<Completion['apply']> = (view, completion, from, to) => {
  const insert = completion.label;
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.type',
  });
};

async function valuesOf(
  sources: CompletionSources,
  context: CompletionContext,
  point: CompletionPoint & { kind: 'value' },
  text: string,
): Promise<CompletionResult | null> {
  const { field, typed, from, fieldFrom } = point;
  if (field.kind === 'time') return times(from, typed, text.slice(fieldFrom, from));
  if (NOT_COUNTED.has(field.kind) || /[*?/]/.test(typed)) return null;
  const aborter = new AbortController();
  context.addEventListener('abort', () => aborter.abort(), { onDocChange: true });
  const answer = await sources
    .values(field.name, typed, queryAround(text, fieldFrom), aborter.signal)
    .catch(() => null);
  if (answer === null || answer.values.length === 0) return null;
  const { values, distinct } = answer;
  const name =
    distinct > values.length
      ? `${formatCount(values.length)} of ${formatCount(distinct)} values; type to find others`
      : `${formatCount(distinct)} ${distinct === 1 ? 'value' : 'values'}`;
  const options = values.map(({ value, count, text: known }) => ({
    label: value,
    displayLabel: value === '' ? '""' : visibleLine(known ?? value),
    apply: quoted(value),
    detail: formatCount(count),
    type: 'value',
    section: { name },
  }));
  return { from, options, filter: false };
}

/** A time is compared: after a colon a comparison comes first. */
function times(from: number, typed: string, before: string): CompletionResult | null {
  const sign = before.endsWith(':') ? '>' : '';
  const options = TIMES.filter((time) => time.startsWith(typed)).map((time) => ({
    label: `${sign}${time}`,
    type: 'value',
  }));
  return options.length === 0 ? null : { from, options, filter: false };
}

function recentQueries(queries: readonly string[]): CompletionResult | null {
  if (queries.length === 0) return null;
  const section = { name: 'Recent queries' };
  const options = queries.map((label) => ({ label, displayLabel: visibleLine(label), type: 'recent', section }));
  return { from: 0, options, filter: false };
}

/** A value as it can be typed: bare where it is a plain word, else a phrase. */
export function quoted(value: string): string {
  if (/^[\w./@][\w./@-]*$/.test(value) && !/^(and|or|not)$/i.test(value)) return value;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { QUERY_FIELDS, resolveField, stepAtEnd } from '@/lib/query';
import { completeStep } from './step-completion';

/** A value of a field and how often it occurs. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

export interface CompletionSources {
  readonly recent: () => readonly string[];
  readonly values: (field: string) => Promise<readonly ValueCount[]>;
}

const KEYWORDS: readonly Completion[] = ['and', 'or', 'not'].map((label) => ({ label, type: 'keyword', boost: -1 }));

const FIELDS: readonly Completion[] = QUERY_FIELDS.map((field) => ({
  label: `${field.name}:`,
  detail: field.about,
  type: 'property',
}));

/** What may come next: recent queries in an empty bar, values after `field:`, steps behind a pipe, else fields. */
export function completeQuery(sources: CompletionSources) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const before = context.state.sliceDoc(0, context.pos);
    if (before.trim() === '') return recentQueries(sources.recent());
    const step = stepAtEnd(before);
    const piece = pieceBefore(before);
    // A condition on events is written like the filter.
    if (step !== null && (step.name.toLowerCase() !== 'where' || step.columns !== null || step.body === '')) {
      return { ...completeStep(step, before.length), validFor: /^[\w.]*$/ };
    }
    if (piece.field !== null) return valuesOf(sources, piece.field, piece.from, context.pos);
    if (context.pos === piece.from && !context.explicit) return null;
    return { from: piece.from, options: [...FIELDS, ...KEYWORDS], validFor: /^[\w.]*$/ };
  };
}

/** The last piece of a text that is being typed, split at its colon. Quoted values are left to the person. */
export function pieceBefore(text: string): { readonly field: string | null; readonly from: number } {
  let start = text.length;
  while (start > 0 && !' \t()'.includes(text.charAt(start - 1))) start -= 1;
  if (text.charAt(start) === '-' || text.charAt(start) === '!') start += 1;
  const colon = text.indexOf(':', start);
  if (colon === -1) return { field: null, from: start };
  return { field: text.slice(start, colon), from: colon + 1 };
}

async function valuesOf(
  sources: CompletionSources,
  name: string,
  from: number,
  to: number,
): Promise<CompletionResult | null> {
  const values = await sources.values(resolveField(name).name).catch(() => []);
  if (values.length === 0) return null;
  const options = values.map(({ value, count }) => ({
    label: value,
    apply: quoted(value),
    detail: count.toLocaleString('en'),
    type: 'text',
  }));
  return { from, to, options, validFor: /^[^\s()"]*$/ };
}

function recentQueries(queries: readonly string[]): CompletionResult | null {
  if (queries.length === 0) return null;
  return {
    from: 0,
    options: queries.map((label, index) => ({ label, detail: 'recent', boost: -index })),
    filter: false,
  };
}

/** A value as it can be typed: bare where it is a plain word, else a phrase. */
export function quoted(value: string): string {
  if (/^[\w./@-]+$/.test(value) && !/^(and|or|not)$/i.test(value)) return value;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

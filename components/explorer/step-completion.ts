import type { Completion } from '@codemirror/autocomplete';
import { FUNCTIONS, QUERY_FIELDS, STAGES, type StepAtEnd } from '@/lib/query';

/** What may come next in a step, and where it begins in the text. */
export interface StepOptions {
  readonly from: number;
  readonly options: readonly Completion[];
}

const CALLS: readonly Completion[] = FUNCTIONS.map(({ names, about }) => option(names[0] ?? '', about, 'function'));

/** Steps by their own name, in the order of the registry behind the commonest; the one for figures by those of the functions. */
const NAMES: readonly Completion[] = inOrder([
  ...CALLS.slice(0, 1),
  ...STAGES.filter(({ body }) => body !== 'calls').map(({ names, about }) => option(names[0] ?? '', about, 'keyword')),
  ...CALLS.slice(1),
]);

const FIELDS: readonly Completion[] = QUERY_FIELDS.map(({ name, about }) => option(name, about, 'property'));

/** The names of steps right behind a pipe; later fields or columns, functions where one may stand, and `by`. */
export function completeStep(step: StepAtEnd, length: number): StepOptions {
  const { name, nameFrom, body, columns } = step;
  if (body === '') return { from: nameFrom, options: NAMES };
  const [word = ''] = /[^\s,()]*$/.exec(body) ?? [];
  const before = body.slice(0, body.length - word.length).trimEnd();
  const from = length - word.length;
  const named = columns === null ? FIELDS : columns.map((column) => option(column, '', 'property'));
  const takesCalls = FUNCTIONS.some(({ names }) => names.includes(name)) || name === 'timeline';
  if (!takesCalls) return { from, options: ownOptions(name, before, named) };
  const isGrouped = /(^|[\s)])by\s/i.test(`${before} `);
  if (isGrouped) return { from, options: named };
  const opening = before === '' || before.endsWith(',');
  const calls = opening && (name === 'timeline' || before !== '') ? CALLS : [];
  return { from, options: [...calls, ...named, option('by', 'For each value of a field.', 'keyword')] };
}

/** Steps that list fields; what may end their list is offered once there is one. */
function ownOptions(name: string, before: string, named: readonly Completion[]): readonly Completion[] {
  if (name === 'limit') return [];
  const isListed = before !== '' && !before.endsWith(',');
  if (name === 'new' && isListed) return [option('vs 7d', 'How far back to look.', 'keyword')];
  if (name === 'sort' && isListed) return [option('desc', 'Largest first.', 'keyword')];
  return named;
}

function option(label: string, about: string, type: string): Completion {
  return { label, type, ...(about === '' ? {} : { detail: firstSentence(about) }) };
}

/** The rest is on the help page; here it would be cut in the middle of a word. */
function firstSentence(about: string): string {
  const end = /[.;:](?=\s|$)/.exec(about);
  return end === null ? about : about.slice(0, end.index);
}

/** Kept in this order where the typed text says nothing of it; the editor would sort them by their names. */
function inOrder(options: readonly Completion[]): readonly Completion[] {
  return options.map((each, place) => ({ ...each, boost: options.length - place }));
}

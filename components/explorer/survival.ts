import { isChartKind } from '@/components/charts';
import { visibleLine } from '@/components/text';
import { knownField, resolveTime } from '@/lib/query';
import { isBaseline } from './baseline-choice';
import { COLUMNS } from './columns';
import { RENAMED_FIELDS } from './renamed-fields';
import type { ExplorerValues } from './search-params';

/** What an address asked for, as far as there still is such a thing, and a sentence for each thing that there is not. */
export interface Survived {
  readonly values: ExplorerValues;
  readonly notes: readonly string[];
}

const NAME_LENGTH_MAX = 256;
const SHOWN_MAX = 60;
const FACETS_MAX = 32;

/**
 * Makes of any values those that the page can show. `sources`: the ids of all that there are; null while that is not known.
 * Never throws.
 */
export function survived(
  values: ExplorerValues,
  sources: ReadonlySet<string> | null,
  renamed: ReadonlyMap<string, string> = RENAMED_FIELDS,
): Survived {
  const notes: string[] = [];
  const keep = (kept: boolean, note: string) => {
    if (!kept) notes.push(note);
    return kept;
  };
  const nameOf = (name: string) => renamed.get(name) ?? name;
  const time = (name: 'from' | 'to' | 'at') => {
    const text = values[name];
    return text === null || keep(isTime(text), `${name}: ${shown(text)} is not a time`) ? text : null;
  };
  const facets = values.facets
    ?.map(nameOf)
    .filter((name) => keep(canCountBy(name), `facets: ${shown(name)} is no field to count by`));
  if (facets !== undefined) keep(facets.length <= FACETS_MAX, `facets: only the first ${FACETS_MAX} are shown`);
  const cols = values.cols
    ?.map((column) => column.replace(/^[^:]*/, nameOf))
    .filter((column) =>
      keep(COLUMNS.has(column.replace(/:[^:]*$/, '')), `columns: there is no column ${shown(column)}`),
    );
  const sort = values.sort.replace(/[^-].*$/, nameOf);
  const by = values.by === null ? null : nameOf(values.by);
  const { chart, compare } = values;
  const same = { ...values, from: time('from'), to: time('to'), at: time('at') };
  return {
    values: {
      ...same,
      facets: facets === undefined ? values.facets : facets.slice(0, FACETS_MAX),
      cols: cols ?? values.cols,
      sort: keep(canSortBy(sort), `sort: events cannot be sorted by ${shown(sort)}`) ? sort : 'desc',
      by: by === null || keep(canCountBy(by), `bars: ${shown(by)} is no field to count by`) ? by : null,
      chart: chart === null || keep(isChartKind(chart), `chart: there is no kind ${shown(chart)}`) ? chart : null,
      compare:
        compare === null || keep(isBaseline(compare), `compare: ${shown(compare)} is nothing to compare with`)
          ? compare
          : null,
      source: sourcesLeft(values.source, sources, keep),
    },
    notes,
  };
}

/** Only ids are looked for: names stay as they are, for the server to find. */
function sourcesLeft(
  source: string | null,
  sources: ReadonlySet<string> | null,
  keep: (kept: boolean, note: string) => boolean,
): string | null {
  if (source === null || sources === null) return source;
  const left = source
    .split(',')
    .filter((id) => keep(!IS_ID.test(id) || sources.has(id.toLowerCase()), `source ${id} was deleted`));
  return left.length === 0 ? null : left.join(',');
}

const IS_ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

function isTime(text: string): boolean {
  if (text.trim() === '' || text.length > 64) return text.trim() === '';
  try {
    resolveTime(text, new Date());
    return true;
  } catch {
    return false;
  }
}

function canSortBy(text: string): boolean {
  if (text === 'asc' || text === 'desc') return true;
  return (knownField(text.replace(/^-/, ''))?.column ?? null) !== null && text.length <= 64;
}

function canCountBy(name: string): boolean {
  if (name === '' || name.length > NAME_LENGTH_MAX || name.includes('\0')) return false;
  const kind = knownField(name)?.kind;
  return kind !== 'time' && kind !== 'id';
}

function shown(text: string): string {
  return `“${visibleLine(text.slice(0, SHOWN_MAX))}”`;
}

import type { HuntSnapshot, QueryStep } from '@/lib/interface';
import { formatCount, formatCounted } from '@/lib/text';
import type { CountedFacts, QueryFacts, ReportFacts, TableFacts } from '../report-facts';
import { type Block, type Inline, paragraph } from './block';
import { proofRow } from './proof-row';
import type { Times } from './times';
import { namesOfTypes } from './type-names';

const NOT_ASKED: QueryFacts = { problem: 'it was not asked' };

/** A query step: what was asked, word for word, what it found when it was frozen, and what it finds now. */
export function queryBlocks(step: QueryStep, facts: ReportFacts, times: Times): readonly Block[] {
  const { selection, frozen } = step;
  const now = facts.queries.get(step.id) ?? NOT_ASKED;
  const counted = 'problem' in now ? null : now;
  const rows: [string, Inline[]][] = [
    ['Types', [namesOfTypes(selection.types)]],
    ['From', momentOf(selection.from, counted?.from, 'open: from the first event', times)],
    ['To', momentOf(selection.to, counted?.to, 'open: to the last event', times)],
    ['Source', [nameOfSource(selection.source, facts)]],
    ...(frozen === null ? [] : [['Frozen', [frozenWords(frozen, times)]] satisfies [string, Inline[]]]),
    ...proofRow(step, facts.proofs.get(step.id), times),
    ['Now', 'problem' in now ? [`could not be counted: ${now.problem}`] : countWords(now, frozen, times)],
  ];
  return [
    { kind: 'code', label: 'Query', text: selection.q === '' ? '(empty: every event)' : selection.q },
    { kind: 'facts', rows },
    ...shownTable(frozen, counted, times),
  ];
}

/** What was written of an end of the range and, where that was a relative time, what it is now. */
function momentOf(written: string | null, meant: string | null | undefined, open: string, times: Times): Inline[] {
  if (written === null) return [open];
  const absolute = meant ?? written;
  const isRelative = Number.isNaN(Date.parse(written));
  if (Number.isNaN(Date.parse(absolute))) return [{ code: written }];
  return isRelative ? [{ code: written }, ` = ${times.both(absolute)}`] : [times.both(absolute)];
}

function nameOfSource(source: string | null, { sources }: ReportFacts): string {
  if (source === null || source === '') return 'all';
  return sources.find(({ id }) => id === source)?.name ?? source;
}

function frozenWords({ count, at, by }: HuntSnapshot, times: Times): string {
  return `${formatCounted(count, 'event')}, exact, by ${by}, ${times.moment(at)}`;
}

function countWords({ count, at }: CountedFacts, frozen: HuntSnapshot | null, times: Times): Inline[] {
  const counted: Inline[] = [{ strong: formatCounted(count, 'event') }, `, exact, counted ${times.moment(at)}`];
  if (frozen === null) return counted;
  const more = count - frozen.count;
  if (more === 0) return [...counted, '; as many as when it was frozen'];
  return [...counted, `; ${formatCount(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than when it was frozen`];
}

/** A frozen step shows what it was frozen for; what is there now is its count. */
function shownTable(frozen: HuntSnapshot | null, counted: CountedFacts | null, times: Times): readonly Block[] {
  if (frozen !== null) {
    const { columns, rows } = frozen;
    return columns.length === 0 ? [] : [tableOf({ columns, rows, total: rows.length }, 'as when it was frozen', times)];
  }
  if (counted === null) return [];
  if (counted.table.rows.length === 0) return [paragraph('No rows.')];
  return [tableOf(counted.table, 'as of now', times)];
}

function tableOf({ columns, rows, total }: TableFacts, when: string, times: Times): Block {
  const shown =
    rows.length === total ? formatCounted(total, 'row') : `The first ${rows.length} of ${formatCount(total)} rows`;
  return {
    kind: 'table',
    caption: `${shown}, ${when}`,
    columns: columns.map((label, index) =>
      rows.every((row) => typeof row[index] === 'number') ? { label, figures: true } : { label },
    ),
    rows: rows.map((row) => columns.map((name, index) => [cellOf(name, row[index] ?? null, times)])),
  };
}

function cellOf(column: string, cell: string | number | null, times: Times): Inline {
  if (cell === null) return '—';
  if (typeof cell === 'number') return Number.isInteger(cell) ? formatCount(cell) : String(cell);
  return column === 'time' ? times.full(cell) : { code: cell };
}

import type { EventAnswer, HuntAnswer, QueryStep, SelectionParameters } from '@/lib/interface';
import { parsePipeline } from '@/lib/query';
import type { CountedFacts, QueryFacts, TableFacts } from '@/lib/report';
import { countEvents } from '../count-events';
import { readEvents } from '../read-events';
import { readQuery } from '../read-query';
import { rangeOf, wholeSecond } from '../selection';
import { eachInTime } from './each-in-time';

const ROWS_OF_STEPS = 100;
const NEWEST_EVENTS = 20;

/** What each query step of a hunt finds now, by the step's id. */
export function readQueries(hunt: HuntAnswer, signal?: AbortSignal): Promise<Map<string, QueryFacts>> {
  const steps = hunt.steps.flatMap((step) => (step.kind === 'query' ? [step] : []));
  return eachInTime(steps, (step) => readStep(step, signal));
}

async function readStep(step: QueryStep, signal: AbortSignal | undefined): Promise<CountedFacts> {
  const now = wholeSecond();
  const { types, q, source } = step.selection;
  // Fixed here, so that what relative times mean is the same for the count and the rows, and can be told.
  const range = rangeOf({ from: step.selection.from ?? undefined, to: step.selection.to ?? undefined }, now);
  const [from, to] = [range.from?.toISOString() ?? null, range.to?.toISOString() ?? null];
  const parameters: SelectionParameters = {
    type: types,
    q,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(source === null ? {} : { source }),
  };
  const { count } = await countEvents(parameters, signal);
  const hasSteps = parsePipeline(q).stages.length > 0;
  const table = hasSteps ? await rowsOf(parameters, signal) : await newestOf(parameters, step, count, signal);
  return { count, at: now.toISOString(), from, to, table };
}

async function rowsOf(parameters: SelectionParameters, signal: AbortSignal | undefined): Promise<TableFacts> {
  const { columns, rows, total } = await readQuery(parameters, signal);
  return { columns, rows: rows.slice(0, ROWS_OF_STEPS), total };
}

async function newestOf(
  parameters: SelectionParameters,
  step: QueryStep,
  total: number,
  signal: AbortSignal | undefined,
): Promise<TableFacts> {
  const { events } = await readEvents({ ...parameters, limit: NEWEST_EVENTS, order: 'desc' }, signal);
  // A column in which nothing stands takes room from those that say something.
  const columns = columnsOf(step).filter((column) => events.some((event) => cellOf(event, column) !== null));
  return { columns, rows: events.map((event) => columns.map((column) => cellOf(event, column))), total };
}

/** Columns that the explorer puts together of several fields. */
const FIELDS_OF_COLUMN: ReadonlyMap<string, readonly string[]> = new Map([
  ['where', ['namespace', 'pod']],
  ['from', ['src_pod', 'src_ip']],
  ['to', ['dst_pod', 'dst_ip', 'dst_port']],
]);
/** More do not fit on paper. */
const COLUMNS_MAX = 8;

/** Time, type and severity first, the columns of the step, and the message last. */
function columnsOf({ columns, selection }: QueryStep): readonly string[] {
  const own = (columns ?? []).map((column) => column.replace(/:\d+$/, ''));
  const fields = own.flatMap((column) => FIELDS_OF_COLUMN.get(column) ?? [column]);
  const first = selection.types.length === 1 ? ['time', 'severity'] : ['time', 'type', 'severity'];
  const between = fields.filter((field) => !first.includes(field) && field !== 'message');
  return [...new Set([...first, ...between.slice(0, COLUMNS_MAX - first.length), 'message'])];
}

function cellOf(event: EventAnswer, column: string): string | number | null {
  switch (column) {
    case 'time':
      return event.time;
    case 'type':
      return event.type;
    case 'severity':
      return event.severity;
    case 'message':
      return event.message.slice(0, MESSAGE_CHARACTERS).toWellFormed();
    case 'file':
      return `${event.source.path}:${event.source.line}`;
    default: {
      const value = Object.hasOwn(event.fields, column) ? event.fields[column] : undefined;
      return typeof value === 'boolean' ? String(value) : (value ?? null);
    }
  }
}

/** Of a message in a table; the whole one is in the log. */
const MESSAGE_CHARACTERS = 500;

import { BadRequest } from '@/lib/errors';
import { logTypeFromCode, severityFromCode } from '@/lib/events';
import type { EventAnswer } from '@/lib/interface';
import {
  type EvaluationOptions,
  evaluateRows,
  nestedValues,
  type Plan,
  type PlanAnswer,
  planRows,
  type QueryableEvent,
  type Row,
} from '@/lib/query';
import type { Question } from './answer-about';
import { EventAnswers } from './event-rows';
import { type FoundOriginal, foundOriginals, ORIGINALS_MAX, tooManyOriginals } from './found-originals';
import { segmentsHaving } from './path-conditions';
import { numberOf } from './times';

/**
 * The rows of a plan whose steps name paths into the JSON of the originals, as names are that no event has as an attribute; null
 * when they name none. Of several values of a path the first counts. Throws `BadRequest` when too many events are meant.
 */
export async function rowsByPaths(
  question: Question,
  plan: Plan,
  options: EvaluationOptions,
): Promise<PlanAnswer | null> {
  const { reader, matching } = question;
  const { columns, rowOf } = planRows(plan);
  // A step on a source needs its name, which no row has.
  if (columns.some(({ kind }) => kind === 'source')) return null;
  const paths = await pathsAmong(
    question,
    columns.flatMap(({ kind, name }) => (kind === 'attribute' ? [name] : [])),
  );
  const [first] = paths;
  if (first === undefined) return null;
  const count = await matching.count();
  if (count > ORIGINALS_MAX) throw new BadRequest(`q: ${tooManyOriginals(first, count)}`);
  const answers = new EventAnswers(reader);
  const rows: Row[] = [];
  for await (const found of foundOriginals(reader, matching)) {
    const [answer] = await answers.of([found.row]);
    if (answer !== undefined) rows.push(rowOf(new EventWithPaths(found, answer, paths)));
  }
  return evaluateRows(plan, rows, options);
}

/** The names that no event has as an attribute. */
async function pathsAmong({ reader, scope }: Question, names: readonly string[]): Promise<ReadonlySet<string>> {
  const paths = new Set<string>();
  for (const name of names) {
    if ((await segmentsHaving(reader, scope.segments, name)).size === 0) paths.add(name);
  }
  return paths;
}

/** An event of which a path is as good as an attribute. */
class EventWithPaths implements QueryableEvent {
  readonly type;
  readonly severity;
  readonly time;
  readonly message;
  readonly text;

  constructor(
    { row, text }: FoundOriginal,
    private readonly answer: EventAnswer,
    private readonly paths: ReadonlySet<string>,
  ) {
    this.type = logTypeFromCode(row.type);
    this.severity = row.severity === null ? null : severityFromCode(row.severity);
    this.time = numberOf(row.time_micros);
    this.message = row.message;
    this.text = text;
  }

  field(name: string): string | number | null {
    const { id, source, fields } = this.answer;
    if (name === 'id') return id;
    if (name === 'line' || name === 'lines') return source[name];
    if (name === 'file') return source.path;
    const value = fields[name];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  }

  attribute(name: string) {
    return this.paths.has(name) ? (nestedValues(this.text, name)[0] ?? null) : (this.answer.fields[name] ?? null);
  }
}

import type { SelectionParameters } from '@/lib/interface';
import { columnEngine, matchingOfColumns } from './columns';
import type { Matching } from './matching';
import { type Reader, readOnly } from './read-only';
import { resolveScope, type Scope, scopeCondition, wholeSecond } from './selection';
import { SqlMatching } from './sql-matching';

/** A question about events, understood. */
export interface Question {
  readonly reader: Reader;
  readonly scope: Scope;
  readonly matching: Matching;
  /** Fires when nobody waits for the answer any more. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Answers a question about events in one read-only snapshot: from the columns where they can say it, else by SQL. Errors as
 * `readOnly` and `resolveScope`.
 */
export function answerAbout<Answer>(
  parameters: SelectionParameters,
  answer: (question: Question) => Promise<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  return readOnly(async (reader) => answer(await questionAbout(reader, parameters, signal)), signal);
}

/** A further question within the same snapshot. Relative times count from `now`. */
export async function questionAbout(
  reader: Reader,
  parameters: SelectionParameters,
  signal?: AbortSignal,
  now: Date = wholeSecond(),
): Promise<Question> {
  const scope = await resolveScope(reader, parameters, now);
  return questionOf(reader, scope, signal);
}

/** A question that differs from another in its scope. */
export function questionWith({ reader, signal }: Question, scope: Scope): Promise<Question> {
  return questionOf(reader, scope, signal);
}

/** A question about a scope that is known already. */
export async function questionOf(reader: Reader, scope: Scope, signal?: AbortSignal): Promise<Question> {
  const bySql = async () => new SqlMatching(reader, await scopeCondition(reader, scope), scope.segments);
  const matching = (await matchingOfColumns(columnEngine(), reader, scope, bySql, signal)) ?? (await bySql());
  return { reader, scope, matching, signal };
}

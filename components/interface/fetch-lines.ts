import type { z } from 'zod';
import { AnswerError, type AnswerParameters, addressOf, errorOf } from './fetch-answer';

/** Longer lines are none of ours. */
const LINE_LENGTH_MAX = 1_000_000;

/** Asks the HTTP interface for JSON values, one a line, and gives each as it comes. Errors as `fetchAnswer`. */
export async function* fetchLines<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  parameters: AnswerParameters,
  signal: AbortSignal,
): AsyncGenerator<z.output<Schema>> {
  const response = await fetch(addressOf(path, parameters), { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new AnswerError('unreachable', 'Trackway does not answer. Is it still running?', 0);
  });
  if (!response.ok || response.body === null) {
    throw errorOf(await response.json().catch(() => null), response.status);
  }
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield answerIn(schema, line, path);
    if (rest.length > LINE_LENGTH_MAX) throw unexpected(path);
    if (done) return;
  }
}

function answerIn<Schema extends z.ZodType>(schema: Schema, line: string, path: string): z.output<Schema> {
  const value = schema.safeParse(parsed(line));
  if (!value.success) throw unexpected(path);
  return value.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function unexpected(path: string): AnswerError {
  return new AnswerError('unexpected_answer', `The answer of ${path} has an unexpected shape. Reload the page.`, 200);
}

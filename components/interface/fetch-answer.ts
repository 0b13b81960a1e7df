import type { z } from 'zod';
import { errorAnswer } from '@/lib/interface';

/** An error that the server answered with, or that kept it from answering. `at` is a place in the query's text. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';

  constructor(
    readonly code: string,
    message: string,
    /** The HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly at?: { from: number; to: number },
    /** All that the server answered. */
    readonly body: unknown = null,
  ) {
    super(message);
  }
}

export type AnswerParameters = Readonly<Record<string, string | number | null | undefined>>;

/** Asks the HTTP interface and checks the answer's shape. Parameters that are null, undefined or empty are left out. */
export async function fetchAnswer<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  parameters: AnswerParameters = {},
  init: RequestInit = {},
): Promise<z.output<Schema>> {
  const response = await fetch(addressOf(path, parameters), init).catch((error: unknown) => {
    if (init.signal?.aborted === true) throw error;
    throw new AnswerError('unreachable', 'Trackway does not answer. Is it still running?', 0);
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw errorOf(body, response.status);
  const answer = schema.safeParse(body);
  if (!answer.success) {
    throw new AnswerError('unexpected_answer', `The answer of ${path} has an unexpected shape. Reload the page.`, 200);
  }
  return answer.data;
}

/** The address of a call, with its parameters encoded. */
export function addressOf(path: string, parameters: AnswerParameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function errorOf(body: unknown, status: number): AnswerError {
  const read = errorAnswer.safeParse(body);
  if (!read.success) return new AnswerError('failed', `The server answered with status ${status}.`, status);
  const { code, message, at } = read.data.error;
  return new AnswerError(code, message, status, at, body);
}

import type { z } from 'zod';
import { fetchAnswer } from '@/components/interface';

/** Sends JSON to a call that changes something. */
export function send<Schema extends z.ZodType>(
  schema: Schema,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<z.output<Schema>> {
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return fetchAnswer(schema, path, {}, { method, ...content });
}

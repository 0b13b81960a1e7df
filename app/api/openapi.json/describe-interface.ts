import { z } from 'zod';
import { errorAnswer } from '@/lib/interface';
import type { Operation } from '../operation';
import { OPERATIONS } from '../operations';

/** The HTTP interface as OpenAPI 3.1, made from the schemas that the handlers and the browser use. */
export function describeInterface(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trackway',
      version: '1',
      description:
        'Times are ISO 8601 in UTC. `from` and `to` also take relative times such as now-24h; `q` is the query language: /api/query answers it with its steps behind |, all other calls look at the events that the steps begin with; `source` takes ids or names.',
    },
    // Where there are accounts, of programs; where there are none nothing is needed.
    security: [{ token: [] }, {}],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths,
  };
}

function describeOperation({ path, summary, parameters, body, status = 200, answer }: Operation) {
  const requestBody = body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } };
  return {
    summary,
    parameters: [...pathParameters(path), ...queryParameters(parameters)],
    ...requestBody,
    responses: {
      [status]: { description: 'The answer.', content: contentOf(answer) },
      default: { description: 'What went wrong, and where in the query.', content: contentOf(errorAnswer) },
    },
  };
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(schema: z.ZodObject | undefined) {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: 'query',
    required: !z.safeParse(field, undefined).success,
    schema: jsonSchema(field, 'input'),
  }));
}

function contentOf(what: z.core.$ZodType | 'bytes' | readonly string[]) {
  if (what === 'bytes') return { 'application/octet-stream': {} };
  if (what instanceof z.core.$ZodType) return { 'application/json': { schema: jsonSchema(what, 'output') } };
  return Object.fromEntries(what.map((mediaType) => [mediaType, {}]));
}

function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

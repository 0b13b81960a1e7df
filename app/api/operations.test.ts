import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeInterface } from './openapi.json/describe-interface';
import { OPERATIONS } from './operations';

/** Resumable uploads and single sign-on follow protocols of their own. */
const ELSEWHERE = ['/api/uploads', '/api/auth'];

it('the description names every handler, and nothing that has none', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' });
  const handlers = files.flatMap((file) => {
    const [, path] = /^(.*)\/route\.ts$/.exec(`/${file.replaceAll('\\', '/')}`.replaceAll(/\[(\w+)\]/g, '{$1}')) ?? [];
    if (path === undefined) return [];
    if (ELSEWHERE.some((prefix) => path.startsWith(prefix))) return [];
    const methods = readFileSync(`app/${file}`, 'utf8').matchAll(
      /^export (?:async )?function (GET|POST|PATCH|PUT|DELETE)\b/gm,
    );
    return [...methods].map(([, method]) => `${method?.toLowerCase()} ${path}`);
  });
  expect(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(handlers.sort());
});

it('the description carries the schemas', () => {
  const text = JSON.stringify(describeInterface());
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, { parameters: unknown[] }>> };
  expect(paths['/api/events']?.get?.parameters).toContainEqual({
    name: 'limit',
    in: 'query',
    required: false,
    schema: expect.objectContaining({ default: 100 }),
  });
  expect(paths['/api/facets']?.get?.parameters).toContainEqual(
    expect.objectContaining({ name: 'fields', required: true }),
  );
  expect(paths['/api/events/{id}']?.get?.parameters).toEqual([
    { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
  ]);
});

import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { RULES } from '@/lib/auth';
import { clearPeople, insertPerson, signedInHeaders } from '@/lib/auth/test-people';
import { makeToken } from '@/lib/auth/tokens';
import { newLink } from '@/lib/interface';
import { closeStore, createStream, keepLink } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';

const mode = vi.hoisted(() => ({ accounts: true, headers: new Headers() }));
vi.mock('@/lib/auth/accounts-on', () => ({ accountsOn: () => mode.accounts }));
// Who may is tried here; making a week of logs would go on behind the test's back.
vi.mock('@/lib/ingest/load-sample', () => ({
  loadSample: async () => ({ name: 'Sample incident' }),
  loadableTruth: () => ({}),
}));
vi.mock('next/headers', () => ({ headers: async () => mode.headers }));
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  redirect: (to: string) => {
    throw new Error(`sent to ${to}`);
  },
}));

/** Who may, said a second time and by hand: a rule that changes must change here too. */
const EVERYBODY = ['GET /login', 'GET /setup', 'GET /api/session', 'POST /api/session', 'POST /api/setup'].concat([
  'GET /api/auth/{path}',
  'POST /api/auth/{path}',
  'GET /healthz',
  'GET /readyz',
]);
const PEOPLE = ['DELETE /api/session', 'PUT /api/account/password', 'GET /api/account/sessions'].concat(
  'DELETE /api/account/sessions/{id}',
);
const ADMINISTRATORS = [
  ...['POST /api/sources', 'PATCH /api/sources/{id}', 'DELETE /api/sources/{id}', 'POST /api/sources/{id}/cancel'],
  ...['PUT /api/retention', 'POST /api/retention/preview', 'PUT /api/sources/{id}/retention'],
  'POST /api/sources/{id}/retention/preview',
  'GET /sources/add-stream',
  'POST /api/streams',
  ...['GET /api/webhooks', 'POST /api/webhooks', 'PATCH /api/webhooks/{id}', 'DELETE /api/webhooks/{id}'],
  'POST /api/webhooks/{id}/trial',
  'POST /api/sample',
  ...['GET', 'HEAD', 'OPTIONS', 'POST', 'PATCH', 'DELETE'].map((method) => `${method} /api/uploads/{path}`),
  ...['GET /api/people', 'POST /api/people', 'PATCH /api/people/{id}', 'DELETE /api/people/{id}'],
  ...['POST /api/people/{id}/link', 'GET /api/tokens', 'POST /api/tokens', 'DELETE /api/tokens/{id}', 'GET /api/audit'],
];
const HUNTERS = [
  'PATCH /api/findings/{id}',
  ...['POST /api/rules', 'PATCH /api/rules', 'PATCH /api/rules/{id}', 'DELETE /api/rules/{id}'],
  ...['POST /api/rules/{id}/look-back', 'DELETE /api/rules/{id}/look-back'],
  ...['POST /api/hunts', 'POST /api/hunts/import', 'POST /api/hunts/{slug}/duplicate', 'PATCH /api/hunts/{slug}'],
  ...['DELETE /api/hunts/{slug}', 'POST /api/hunts/{slug}/pins', 'DELETE /api/hunts/{slug}/pins/{event}'],
];
const READERS = [
  ...[
    'GET /',
    'GET /explore',
    'GET /explore/{type}',
    'GET /findings',
    'GET /findings/stories',
    'GET /findings/stories/{id}',
    'GET /findings/matrix',
    'GET /findings/rules',
    'GET /findings/rules/{id}',
    'GET /hunts',
    'GET /hunts/{slug}',
    'GET /help',
    'GET /hunts/library',
    'GET /sources',
    'GET /sources/{id}',
    'GET /settings',
    'GET /s/{slug}',
  ],
  ...['POST /api/links', 'GET /api/links/{slug}', 'POST /api/proofs', 'GET /api/proofs/{id}'],
  ...['GET /api/sources', 'GET /api/sources/{id}', 'GET /api/sources/{id}/files', 'GET /api/sources/{id}/preview'],
  ...['GET /api/sources/{id}/raw', 'GET /api/events', 'GET /api/events/{id}', 'GET /api/events/{id}/context'],
  ...['GET /api/count', 'GET /api/timeline', 'GET /api/facets', 'GET /api/query', 'GET /api/explain'],
  ...['GET /api/hunts', 'GET /api/hunts/{slug}', 'GET /api/hunts/{slug}/history'],
  ...['GET /api/hunts/{slug}/history/{version}', 'GET /api/hunts/{slug}/export', 'GET /api/pins'],
  ...['GET /api/library', 'GET /api/library/{name}'],
  'GET /api/hunts/{slug}/report',
  ...['GET /api/rules', 'GET /api/rules/{id}', 'GET /api/rules/{id}/text', 'POST /api/rules/check'],
  'POST /api/rules/{id}/trial',
  ...['GET /api/patterns', 'GET /api/patterns/texts', 'GET /api/compare'],
  ...[
    'GET /api/search',
    'GET /api/overview',
    'GET /api/streams',
    'GET /api/sample',
    'GET /api/retention',
    'GET /api/tail',
    'GET /api/findings',
    'GET /api/findings/{id}/history',
    'GET /api/detectors',
    'GET /api/stories',
    'GET /api/stories/{id}',
    'GET /api/matrix',
    'GET /api/matrix/layer',
    'GET /api/export',
    'GET /api/openapi.json',
    'GET /metrics',
  ],
  ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => `${method} /api/{path}`),
];
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  anonymous: EVERYBODY,
  viewer: [...EVERYBODY, ...PEOPLE, ...READERS],
  hunter: [...EVERYBODY, ...PEOPLE, ...READERS, ...HUNTERS],
  administrator: [...EVERYBODY, ...PEOPLE, ...READERS, ...HUNTERS, ...ADMINISTRATORS],
  'ingest token': EVERYBODY,
  'read token': [...EVERYBODY, ...READERS],
  'no accounts': [...EVERYBODY, ...READERS, ...HUNTERS, ...ADMINISTRATORS],
};

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
interface Operation {
  readonly name: string;
  readonly call: (headers: Headers) => Promise<'in' | 'out'>;
}

const OUT = new Set([401, 403]);
/** The last of all: it ends the session with which it is asked. */
const LAST = 'DELETE /api/session';
const handlers = z.record(z.string(), z.unknown());

/** All operations that the folders of `app` have, found there and not in the rules. */
async function operations(): Promise<Operation[]> {
  const files = await readdir('app', { recursive: true });
  const found = await Promise.all(
    files.map(async (file): Promise<Operation[]> => {
      const [, folder, kind] = /^(?:(.*)\/)?(route|page)\.tsx?$/.exec(file.replaceAll('\\', '/')) ?? [];
      if (kind === undefined) return [];
      const path = `/${(folder ?? '').replaceAll(/\[+(?:\.\.\.)?(\w+)\]+/g, '{$1}')}`;
      const module = handlers.parse(await import(`${process.cwd()}/app/${file}`));
      if (kind === 'page') return [{ name: `GET ${path}`, call: (headers) => open(module.default, headers) }];
      return Object.keys(module)
        .filter((name) => /^[A-Z]+$/.test(name))
        .map((method) => ({
          name: `${method} ${path}`,
          call: (headers) => ask(module[method], method, path, headers),
        }));
    }),
  );
  return found.flat().sort((a, b) => Number(a.name === LAST) - Number(b.name === LAST));
}

const params = { id: randomUUID(), type: 'audit', path: ['nothing'], slug: 'nothing', version: '1', event: '1-1' };

async function ask(handler: unknown, method: string, path: string, headers: Headers): Promise<'in' | 'out'> {
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: '{}' };
  const request = new Request(`http://127.0.0.1${path.replaceAll(/[{}]/g, '')}?name=x`, { method, headers, ...body });
  // Whatever a module exports under the name of a method Next calls so.
  const response = await (handler as Handler)(request, { params: Promise.resolve(params) });
  await response.body?.cancel();
  return OUT.has(response.status) ? 'out' : 'in';
}

async function open(page: unknown, headers: Headers): Promise<'in' | 'out'> {
  mode.headers = headers;
  try {
    // As Next calls the default export of a page.
    const draw = page as (props: object) => Promise<unknown>;
    await draw({ params: Promise.resolve(params), searchParams: Promise.resolve({}) });
    return 'in';
  } catch (error) {
    if (/sent to \/login\?to=|;404/.test(String(error))) return 'out';
    // Who is signed in is sent on from where one signs in.
    if (String(error).includes('sent to /')) return 'in';
    throw error;
  }
}

let folder = '';
const known: Record<string, () => Promise<Headers>> = {};
const bearer = (secret: string) => new Headers({ authorization: `Bearer ${secret}` });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trackway-matrix-'));
  vi.stubEnv('TRACKWAY_DATA', folder);
  vi.stubEnv('LOG_LEVEL', 'silent');
  await clearStore();
  await clearPeople();
  for (const role of ['viewer', 'hunter', 'administrator'] as const) {
    const { email } = await insertPerson(role);
    known[role] = () => signedInHeaders(email);
  }
  const read = await makeToken({ name: 'read', scope: 'read', days: null }, 'test');
  const ingest = await makeToken(
    { name: 'in', scope: 'ingest', sourceId: (await createStream('in')).id, days: null },
    'test',
  );
  known['read token'] = async () => bearer(read.secret);
  known['ingest token'] = async () => bearer(ingest.secret);
  // A page of a link that is not there looks like one that may not be seen.
  params.slug = (await keepLink(newLink.parse({ path: '/findings', search: '' }), 'test')).slug;
  known.anonymous = async () => new Headers();
  known['no accounts'] = async () => new Headers();
});
beforeEach(() => {
  mode.accounts = true;
});
afterAll(async () => {
  await clearStore();
  await clearPeople();
  await closeStore();
  await rm(folder, { recursive: true, force: true });
});

async function whoGetsIn(headers: Headers): Promise<string[]> {
  const admitted: string[] = [];
  for (const { name, call } of await operations()) if ((await call(headers)) === 'in') admitted.push(name);
  return admitted.sort();
}

it('every route and every page has a rule, and every rule a route or page', async () => {
  expect((await operations()).map(({ name }) => name).sort()).toEqual(Object.keys(RULES).sort());
});

describe('with accounts', () => {
  it.each(['anonymous', 'viewer', 'hunter', 'administrator', 'ingest token', 'read token'])('%s', async (who) => {
    const headers = await known[who]?.();
    expect(await whoGetsIn(headers ?? new Headers())).toEqual([...(EXPECTED[who] ?? [])].sort());
  });

  it('a token that is not good is nobody', async () => {
    const admitted = await whoGetsIn(bearer(`trackway_read_${'A'.repeat(43)}`));
    expect(admitted).toEqual([...EVERYBODY].sort());
  });
});

describe('without accounts, on this machine only', () => {
  it.each([
    ['anonymous', 'no accounts'],
    ['viewer', 'no accounts'],
    ['administrator', 'no accounts'],
    ['ingest token', 'ingest token'],
    ['read token', 'read token'],
  ])('%s may what "%s" may', async (who, as) => {
    const headers = await known[who]?.();
    mode.accounts = false;
    expect(await whoGetsIn(headers ?? new Headers())).toEqual([...(EXPECTED[as] ?? [])].sort());
  });
});

import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { closeStore, pool } from '@/lib/store';
import { answerSingleSignOn } from './answer-single-sign-on';
import { identify } from './identify';
import { clearPeople, insertPerson } from './test-people';
import { startTestProvider, type TestProvider } from './test-provider';

const ORIGIN = 'http://127.0.0.1:3000';
const CLAIMS = { sub: 'subject-1', email: 'grace@example.org', name: 'Grace' };

let provider: TestProvider;
beforeAll(async () => {
  provider = await startTestProvider();
  vi.stubEnv('TRACKWAY_ACCOUNTS', 'on');
  vi.stubEnv('TRACKWAY_OIDC_ISSUER', provider.issuer);
  vi.stubEnv('TRACKWAY_OIDC_CLIENT_ID', 'trackway');
  vi.stubEnv('TRACKWAY_OIDC_CLIENT_SECRET', 'secret');
  vi.stubEnv('TRACKWAY_OIDC_ROLE', 'hunter');
});
beforeEach(clearPeople);
afterAll(async () => {
  await closeStore();
  await provider.close();
});

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** Off to the provider: the address there, and the cookies that the browser keeps meanwhile. */
async function leave(callbackURL = '/explore'): Promise<{ address: string; cookie: string; status: number }> {
  const body = JSON.stringify({ provider: 'oidc', callbackURL, errorCallbackURL: '/login', disableRedirect: true });
  const headers = { 'content-type': 'application/json', origin: ORIGIN };
  const response = await answerSingleSignOn(
    new Request(`${ORIGIN}/api/auth/sign-in/social`, { method: 'POST', headers, body }),
  );
  const answer: unknown = await response.json();
  const { url: address = '' } = z.object({ url: z.string().optional() }).parse(answer);
  return { address, cookie: cookiesOf(response), status: response.status };
}

function comeBack(address: string, cookie: string): Promise<Response> {
  return answerSingleSignOn(new Request(address, { headers: { cookie } }));
}

it('somebody who signs in there for the first time is somebody here, with the role that is set', async () => {
  const { address, cookie } = await leave();
  const back = await comeBack(provider.signIn(address, CLAIMS), cookie);
  expect([back.status, back.headers.get('location')]).toEqual([302, '/explore']);
  const person = await identify(new Headers({ cookie: cookiesOf(back) }));
  expect(person).toMatchObject({ kind: 'person', name: 'Grace', email: 'grace@example.org', role: 'hunter' });
});

it('and the same person the next time, also with another address', async () => {
  for (const email of ['grace@example.org', 'hopper@example.org']) {
    const { address, cookie } = await leave();
    await comeBack(provider.signIn(address, { ...CLAIMS, email }), cookie);
  }
  const { rows } = await pool().query('SELECT 1 FROM person');
  expect(rows).toHaveLength(1);
});

it('nobody becomes somebody here by having their address there', async () => {
  await insertPerson('administrator', 'grace');
  const { address, cookie } = await leave();
  const back = await comeBack(provider.signIn(address, CLAIMS), cookie);
  expect(back.headers.get('location')).toMatch(/^\/login\?error=/);
  expect(await identify(new Headers({ cookie: cookiesOf(back) }))).toEqual({ kind: 'anonymous' });
});

it.each([
  ['with a token that the provider did not sign', { forged: true, keepCookie: true }],
  ['in another browser than the one that left', { forged: false, keepCookie: false }],
])('nobody comes back %s', async (_, { forged, keepCookie }) => {
  const { address, cookie } = await leave();
  const back = await comeBack(provider.signIn(address, CLAIMS, { forged }), keepCookie ? cookie : '');
  expect(back.headers.get('location') ?? '').toMatch(/login\?(.*&)?error=/);
  const { rows } = await pool().query('SELECT 1 FROM person_session');
  expect(rows).toEqual([]);
});

it('leads nowhere but here', async () => {
  expect((await leave('https://evil.example/')).status).toBe(403);
});

it('no other route of the library can be reached', async () => {
  for (const path of ['sign-up/email', 'sign-in/email', 'get-session', 'update-user', 'callback/github']) {
    for (const method of ['GET', 'POST']) {
      const asked = answerSingleSignOn(new Request(`${ORIGIN}/api/auth/${path}`, { method }));
      await expect(asked, path).rejects.toThrow(/no single sign-on/);
    }
  }
});

import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeStore, pool } from '@/lib/store';
import { authorize } from './authorize';
import { CLIENT_ADDRESS } from './client-address';
import { identify } from './identify';
import { followLink, makeLink, readLink } from './password-links';
import { changePassword } from './passwords';
import { addPerson, changeRole, listPeople, removePerson } from './people';
import type { Person } from './principal';
import { endSession, listSessions, signOutPerson } from './sessions';
import { signInPerson } from './sign-in';
import { clearPeople, insertPerson, signedInHeaders, TEST_PASSWORD } from './test-people';

vi.mock('./accounts-on', () => ({ accountsOn: () => true }));

beforeEach(clearPeople);
afterAll(closeStore);

async function person(headers: Headers): Promise<Person> {
  const found = await identify(headers);
  if (found.kind !== 'person') throw new Error(`nobody signed in: ${found.kind}`);
  return found;
}

describe('a session', () => {
  it('is of whoever signed in, until they sign out', async () => {
    const { email } = await insertPerson('hunter');
    const headers = await signedInHeaders(email);
    expect(await identify(headers)).toMatchObject({ kind: 'person', email, role: 'hunter' });
    const cookies = await signOutPerson(await person(headers), false, headers);
    expect(cookies.join()).toMatch(/trackway\.session_token=;.*Max-Age=0/);
    expect(await identify(headers)).toEqual({ kind: 'anonymous' });
  });

  it('has a cookie that scripts and other sites do not get', async () => {
    const { email } = await insertPerson('viewer');
    const [cookie] = await signInPerson({ email, password: TEST_PASSWORD }, new Headers());
    expect(cookie).toMatch(/^trackway\.session_token=/);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
  });

  it('is new at each sign-in, whatever cookie was there before', async () => {
    const { email } = await insertPerson('viewer');
    const before = await signedInHeaders(email);
    const [after] = await signInPerson({ email, password: TEST_PASSWORD }, before);
    expect(after?.split(';')[0]).not.toBe(before.get('cookie'));
  });

  it('is none with a cookie that was changed', async () => {
    const { email } = await insertPerson('viewer');
    const cookie = (await signedInHeaders(email)).get('cookie') ?? '';
    const [name, value = ''] = cookie.split('=');
    const token = value.split('.')[0];
    const { rows } = await pool().query<{ token: string }>('SELECT token FROM person_session');
    expect(decodeURIComponent(token ?? '')).toBe(rows[0]?.token);
    for (const forged of [token, `${token}.${'A'.repeat(43)}%3D`]) {
      expect(await identify(new Headers({ cookie: `${name}=${forged}` }))).toEqual({ kind: 'anonymous' });
    }
  });

  it.each([
    ['not used for twelve hours', `"updatedAt" = now() - interval '12 hours 1 minute'`],
    ['a week old', `"expiresAt" = now() - interval '1 second'`],
  ])('is over when it was %s', async (_, change) => {
    const { email } = await insertPerson('viewer');
    const headers = await signedInHeaders(email);
    await pool().query(`UPDATE person_session SET ${change}`);
    expect(await identify(headers)).toEqual({ kind: 'anonymous' });
  });

  it('can be ended by its person from another one, and all at once', async () => {
    const [ada, bob] = [await insertPerson('viewer', 'ada'), await insertPerson('viewer', 'bob')];
    const [here, there, strange] = [
      await signedInHeaders(ada.email),
      await signedInHeaders(ada.email),
      await signedInHeaders(bob.email),
    ];
    const { sessions } = await listSessions(await person(here));
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    await expect(endSession(await person(strange), (await person(there)).sessionId)).rejects.toThrow(/no such session/);
    await endSession(await person(here), (await person(there)).sessionId);
    expect(await identify(there)).toEqual({ kind: 'anonymous' });
    const again = await signedInHeaders(ada.email);
    await signOutPerson(await person(here), true, here);
    expect(await identify(again)).toEqual({ kind: 'anonymous' });
    expect(await identify(strange)).toMatchObject({ kind: 'person' });
  });

  it('ends when the role or the password changes elsewhere', async () => {
    await insertPerson('administrator');
    const { id, email } = await insertPerson('viewer');
    const [first, second] = [await signedInHeaders(email), await signedInHeaders(email)];
    const change = { current: TEST_PASSWORD, password: 'another walk to the hills' };
    await expect(changePassword(await person(first), { ...change, current: 'wrong' }, first)).rejects.toThrow(
      /present/,
    );
    await changePassword(await person(first), change, first);
    expect(await identify(first)).toMatchObject({ kind: 'person' });
    expect(await identify(second)).toEqual({ kind: 'anonymous' });
    await changeRole(id, 'hunter');
    expect(await identify(first)).toEqual({ kind: 'anonymous' });
  });
});

describe('signing in', () => {
  it('says the same of a wrong password and of nobody', async () => {
    const { email } = await insertPerson('viewer');
    const answers = await Promise.all(
      [email, 'nobody@example.org', 'no address'].map((each) =>
        signInPerson({ email: each, password: 'not the right password' }, new Headers()).catch(String),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([expect.stringMatching(/do not go together/)]));
  });

  it('is slowed down after ten attempts, for that address alone', async () => {
    const { email } = await insertPerson('viewer');
    const from = (address: string) => new Headers({ [CLIENT_ADDRESS]: address });
    await pool().query(`INSERT INTO sign_in_attempt (key, count, began) VALUES ($1, 10, now())`, [
      `pair:192.0.2.1:${email}`,
    ]);
    await expect(signInPerson({ email, password: TEST_PASSWORD }, from('192.0.2.1'))).rejects.toThrow(/too many/);
    expect(await signInPerson({ email, password: TEST_PASSWORD }, from('192.0.2.2'))).toHaveLength(1);
    await pool().query(`UPDATE sign_in_attempt SET began = now() - interval '16 minutes'`);
    expect(await signInPerson({ email, password: TEST_PASSWORD }, from('192.0.2.1'))).toHaveLength(1);
    const { rows } = await pool().query('SELECT key FROM sign_in_attempt WHERE key LIKE $1', ['pair:%']);
    expect(rows).toEqual([]);
  });
});

/** As `scripts/start/setup-link.mjs` makes it. */
async function firstLink(validFor = '1 hour'): Promise<string> {
  const secret = `trackway_link_${randomUUID()}`;
  await pool().query(`INSERT INTO password_link (id, secret_hash, expires_at) VALUES ($1, $2, now() + $3::interval)`, [
    randomUUID(),
    createHash('sha256').update(secret).digest(),
    validFor,
  ]);
  return secret;
}

describe('a link', () => {
  const ada = { name: 'Ada', email: 'ada@example.org', password: TEST_PASSWORD };

  it('of the setup makes the first administrator, once', async () => {
    const [token, second] = [await firstLink(), await firstLink()];
    expect(await readLink(token)).toEqual({ person: null });
    expect(await followLink({ ...ada, token })).toBe('ada@example.org');
    expect(await listPeople()).toMatchObject([{ name: 'Ada', role: 'administrator', active: true }]);
    for (const spent of [token, second]) {
      await expect(followLink({ ...ada, email: 'eve@example.org', token: spent })).rejects.toThrow(/this link/);
    }
    expect(await authorize(await signedInHeaders(ada.email), 'GET /api/people')).toMatchObject({ name: 'Ada' });
  });

  it('is not spent by a password that will not do', async () => {
    const token = await firstLink();
    for (const password of ['short', 'password1234!', 'ada@example.org1']) {
      await expect(followLink({ ...ada, token, password })).rejects.toThrow(/^password: /);
    }
    await expect(followLink({ token, password: TEST_PASSWORD })).rejects.toThrow(/name and email/);
    expect(await followLink({ ...ada, token })).toBe(ada.email);
  });

  it('is good for one of two who follow it at the same time', async () => {
    const token = await firstLink();
    const ends = await Promise.allSettled(
      ['ada', 'eve'].map((name) => followLink({ ...ada, name, email: `${name}@example.org`, token })),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listPeople()).toHaveLength(1);
  });

  it('that has expired or was replaced is none', async () => {
    await expect(readLink(await firstLink('-1 second'))).rejects.toThrow(/expired/);
    await insertPerson('administrator');
    const { id } = await addPerson({ name: 'Bob', email: 'bob@example.org', role: 'viewer' });
    const [first, second] = [await makeLink(id), await makeLink(id)].map(({ path }) => path.split('=')[1] ?? '');
    await expect(readLink(first ?? '')).rejects.toThrow(/this link/);
    expect(await followLink({ token: second ?? '', password: TEST_PASSWORD })).toBe('bob@example.org');
    expect(await identify(await signedInHeaders('bob@example.org'))).toMatchObject({ name: 'Bob', role: 'viewer' });
  });
});

describe('people', () => {
  it('have an address each', async () => {
    await insertPerson('viewer', 'ada');
    await expect(addPerson({ name: 'Eve', email: 'ada@example.org', role: 'viewer' })).rejects.toThrow(/already/);
  });

  it('always have an administrator among them', async () => {
    const [ada, bob] = [await insertPerson('administrator', 'ada'), await insertPerson('administrator', 'bob')];
    const ends = await Promise.allSettled([removePerson(ada.id), removePerson(bob.id)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [last] = await listPeople();
    await expect(changeRole(last?.id ?? '', 'viewer')).rejects.toThrow(/last administrator/);
  });
});

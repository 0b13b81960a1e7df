import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BadRequest, SignInNeeded, TooMany } from '@/lib/errors';
import { closeStore, pool } from '@/lib/store';
import { listAudit } from './audit/list-audit';
import { CLIENT_ADDRESS } from './client-address';
import { perform } from './perform';
import { clearPeople, insertPerson, signedInHeaders } from './test-people';

vi.mock('./accounts-on', () => ({ accountsOn: () => true }));
beforeEach(async () => {
  await clearPeople();
  await insertPerson('administrator', 'ada');
});
afterAll(closeStore);

const never = () => false;
const trail = async () => (await listAudit({ limit: 100 })).entries;
const asked = (headers: Headers, path = '/api/sources/x?name=a') => new Request(`http://127.0.0.1${path}`, { headers });

describe('the audit trail', () => {
  it('says who did what to what, from where', async () => {
    const headers = await signedInHeaders('ada@example.org');
    headers.set(CLIENT_ADDRESS, '192.0.2.7');
    await perform(asked(headers), 'DELETE /api/sources/{id}', async (_, name) => name('a.log'), never);
    expect(await trail()).toMatchObject([
      {
        actor: 'ada (ada@example.org)',
        via: 'session',
        action: 'deleted a source',
        subject: 'a.log',
        path: '/api/sources/x?name=a',
        address: '192.0.2.7',
        outcome: 'done',
      },
    ]);
  });

  it('has what failed, and what is still going on', async () => {
    const headers = await signedInHeaders('ada@example.org');
    const failing = perform(
      asked(headers),
      'POST /api/sources',
      async () => {
        expect(await trail()).toMatchObject([{ outcome: 'begun' }]);
        throw new BadRequest('broken off');
      },
      never,
    );
    await expect(failing).rejects.toThrow(/broken off/);
    await perform(
      asked(headers),
      'GET /api/export',
      async () => 'refused by the answer',
      () => true,
    );
    expect(await trail()).toMatchObject([{ outcome: 'failed' }, { outcome: 'failed' }]);
  });

  it('has what is done often once a minute, for everybody and everything by itself', async () => {
    await insertPerson('hunter', 'hugo');
    const [ada, hugo] = [await signedInHeaders('ada@example.org'), await signedInHeaders('hugo@example.org')];
    let saves = 0;
    const save = (headers: Headers, path: string) =>
      perform(asked(headers, path), 'PATCH /api/hunts/{slug}', async () => saves++, never);
    const failing = perform(
      asked(ada, '/a'),
      'PATCH /api/hunts/{slug}',
      async () => 'refused',
      () => true,
    );
    await failing;
    for (let time = 0; time < 3; time++) await save(ada, '/a');
    await save(hugo, '/a');
    await save(ada, '/b');
    expect(saves).toBe(5);
    expect((await trail()).map(({ actor, path, outcome }) => `${actor.slice(0, 3)} ${path} ${outcome}`)).toEqual([
      ...['ada /b done', 'hug /a done', 'ada /a done', 'ada /a failed'],
    ]);
  });

  it('has what somebody wanted and may not, which is not done', async () => {
    await insertPerson('viewer', 'vi');
    const act = vi.fn();
    const refused = perform(asked(await signedInHeaders('vi@example.org')), 'DELETE /api/sources/{id}', act, never);
    await expect(refused).rejects.toThrow(/a viewer may not/);
    expect(act).not.toHaveBeenCalled();
    expect(await trail()).toMatchObject([{ actor: 'vi (vi@example.org)', outcome: 'refused' }]);
  });

  it('cannot be filled by somebody who is not let in', async () => {
    const attempt = (error: Error) =>
      perform(
        asked(new Headers()),
        'POST /api/session',
        async (_, name) => {
          name('ada@example.org');
          throw error;
        },
        never,
      ).catch(String);
    await attempt(new TooMany('wait'));
    await attempt(new BadRequest('no JSON'));
    await perform(asked(new Headers()), 'DELETE /api/sources/{id}', vi.fn(), never).catch(String);
    expect(await trail()).toEqual([]);
    await attempt(new SignInNeeded('no'));
    expect(await trail()).toMatchObject([{ via: 'none', subject: 'ada@example.org', outcome: 'failed' }]);
  });

  it('does nothing that it cannot write down, keeps no secrets, and comes by the page', async () => {
    const headers = await signedInHeaders('ada@example.org');
    const path = `/api/sources?name=trackway_read_abc${'x'.repeat(2000)}%00`;
    for (const name of ['a\0b', 'b']) {
      await perform(asked(headers, path), 'POST /api/sources', async (_, subject) => subject(name), never);
    }
    const first = await listAudit({ limit: 1 });
    expect(first.entries).toMatchObject([{ subject: 'b', path: '/api/sources?name=trackway_read_…%00' }]);
    expect(await listAudit({ limit: 5, before: first.next ?? 0 })).toMatchObject({
      entries: [{ subject: 'a\uFFFDb' }],
      next: null,
    });
    await pool().query('ALTER TABLE audit_entry RENAME TO audit_entry_gone');
    const act = vi.fn();
    const unwritten = perform(asked(headers), 'POST /api/sources', act, never);
    await expect(unwritten).rejects.toThrow();
    await pool().query('ALTER TABLE audit_entry_gone RENAME TO audit_entry');
    expect(act).not.toHaveBeenCalled();
  });
});

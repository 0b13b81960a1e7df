import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { closeStore } from '@/lib/store';
import { clearPeople } from './test-people';
import { makeToken, revokeToken } from './tokens';
import { whileAllowed } from './while-allowed';

vi.mock('./accounts-on', () => ({ accountsOn: () => false }));
beforeEach(clearPeople);
afterAll(closeStore);

it('an answer that never ends does when the token with which it began is revoked', async () => {
  const { id, secret } = await makeToken({ name: 'tail', scope: 'read', days: null }, 'test');
  const headers = { authorization: `Bearer ${secret}` };
  const following = whileAllowed(new Request('http://127.0.0.1/', { headers }), 'GET /api/tail', 20);
  const other = whileAllowed(new Request('http://127.0.0.1/'), 'GET /api/tail', 20);
  expect(following.aborted).toBe(false);
  await revokeToken(id);
  await vi.waitFor(() => expect(following.aborted).toBe(true), { timeout: 5000 });
  expect(other.aborted).toBe(false);
});

it('and when whoever asked goes away', () => {
  const gone = new AbortController();
  const signal = whileAllowed(new Request('http://127.0.0.1/', { signal: gone.signal }), 'GET /api/tail');
  gone.abort();
  expect(signal.aborted).toBe(true);
});

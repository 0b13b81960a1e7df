import { type Browser, expect, type Page, test } from '@playwright/test';
import { newDataFolder, startInstance } from '../scripts/test/instance.mjs';

/** An instance of its own, with accounts; the others have none. */
let instance: Awaited<ReturnType<typeof startInstance>>;
const ADA = { name: 'Ada', email: 'ada@example.org', password: 'a long walk to the river' };
const VI = { name: 'Vi', email: 'vi@example.org', password: 'another walk to the hills' };

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);
test.beforeAll(async () => {
  instance = await startInstance({ dataFolder: newDataFolder(), env: { TRACKWAY_ACCOUNTS: 'on' } });
});
test.afterAll(async () => {
  await instance.stop();
  instance.remove();
});

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: instance.address });
  return context.newPage();
}

async function signIn(page: Page, { email, password }: typeof ADA): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

function setupLink(): string {
  return /^ +(\S+\/setup\?token=\S+)$/m.exec(instance.output())?.[1] ?? '';
}

test('before there is an administrator nothing but the setup answers', async ({ browser, request }) => {
  expect((await request.get(`${instance.address}/healthz`)).status()).toBe(200);
  for (const path of ['/api/sources', '/api/session', '/api/openapi.json', '/metrics', '/api/nothing']) {
    expect((await request.get(instance.address + path)).status(), path).toBe(503);
  }
  const page = await newPage(browser);
  await page.goto('/explore');
  await expect(page).toHaveURL('/setup');
  await expect(page.getByRole('heading', { name: 'Not set up yet' })).toBeVisible();
});

test('the link in the terminal makes the first administrator, once', async ({ browser }) => {
  const page = await newPage(browser);
  await page.goto(setupLink());
  await page.getByLabel('Your name').fill(ADA.name);
  await page.getByLabel('E-mail address').fill(ADA.email);
  await page.getByLabel('Password').fill('administrator');
  await page.getByRole('button', { name: 'Become administrator' }).click();
  await expect(page.getByText('too easy to guess')).toBeVisible();
  await page.getByLabel('Password').fill(ADA.password);
  await page.getByRole('button', { name: 'Become administrator' }).click();
  await expect(page.getByRole('button', { name: 'Signed in as Ada' })).toBeVisible();
  const other = await newPage(browser);
  await other.goto(setupLink());
  await expect(other.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
});

test('an administrator invites a viewer, who sees logs and can change nothing', async ({ browser }) => {
  const ada = await newPage(browser);
  await ada.goto('/settings');
  await signIn(ada, ADA);
  await expect(ada).toHaveURL('/settings');
  const upload = await ada.request.post('/api/sources?name=a.log', { data: 'one line\n' });
  const { id } = (await upload.json()) as { id: string };

  const invitation = ada.getByRole('form', { name: 'Invite somebody' });
  await invitation.getByLabel('Name').fill(VI.name);
  await invitation.getByLabel('E-mail address').fill(VI.email);
  await invitation.getByRole('button', { name: 'Invite' }).click();
  const link = await ada.getByRole('status').filter({ hasText: 'The link for Vi' }).locator('code').innerText();

  const vi = await newPage(browser);
  await vi.goto(link);
  await vi.getByLabel('Password').fill(VI.password);
  await vi.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(vi.getByRole('button', { name: 'Signed in as Vi' })).toBeVisible();
  await vi.goto('/sources');
  await expect(vi.getByRole('link', { name: 'a.log' }).first()).toBeVisible();
  for (const name of ['Delete a.log', 'Choose files', 'Choose a folder']) {
    await expect(vi.getByText(name)).toHaveCount(0);
    await expect(vi.getByRole('button', { name })).toHaveCount(0);
  }
  await vi.goto('/settings');
  await expect(vi.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await expect(vi.getByRole('heading', { name: 'Tokens' })).toHaveCount(0);
  // What is not shown is refused too.
  expect((await vi.request.delete(`/api/sources/${id}`)).status()).toBe(403);
  expect((await vi.request.get('/api/people')).status()).toBe(403);
  expect((await ada.request.delete(`/api/sources/${id}`)).status()).toBe(200);

  await ada.reload();
  const trail = ada.getByRole('table', { name: 'Audit trail' });
  await expect(trail.getByRole('row', { name: /Ada .* deleted a source a\.log done/ })).toBeVisible();
  await expect(trail.getByRole('row', { name: /Vi .* deleted a source .* refused/ })).toBeVisible();
  await expect(trail.getByRole('row', { name: /Ada .* invited vi@example\.org as viewer done/ })).toBeVisible();
});

test('another role ends the sessions of a person, and gives what it may', async ({ browser }) => {
  const [ada, vi] = [await newPage(browser), await newPage(browser)];
  await vi.goto('/login');
  await signIn(vi, VI);
  await expect(vi.getByRole('button', { name: 'Signed in as Vi' })).toBeVisible();
  await ada.goto('/login?to=/settings');
  await signIn(ada, ADA);
  await ada.getByLabel('Role of Vi').selectOption('administrator');
  await expect.poll(async () => (await vi.request.get('/api/overview')).status()).toBe(401);
  await vi.goto('/sources');
  await expect(vi).toHaveURL(/\/login\?to=%2Fsources$/);
  await signIn(vi, VI);
  await expect(vi).toHaveURL('/sources');
  await expect(vi.getByText('Choose files')).toBeVisible();
});

test('a password is not sent before scripts run, by which it would get into an address', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: instance.address, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('Password').fill(VI.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled();
  await expect(page).toHaveURL('/login');
});

test('signing out everywhere ends every session', async ({ browser }) => {
  const [here, there] = [await newPage(browser), await newPage(browser)];
  for (const page of [here, there]) {
    await page.goto('/login');
    await signIn(page, VI);
    await expect(page.getByRole('button', { name: 'Signed in as Vi' })).toBeVisible();
  }
  await here.getByRole('button', { name: 'Signed in as Vi' }).click();
  await here.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
  await expect(here).toHaveURL('/login');
  await there.goto('/explore/audit?q=verb:delete');
  await expect(there).toHaveURL(/\/login\?to=%2Fexplore%2Faudit%3Fq%3Dverb%3Adelete$/);
  await signIn(there, { ...VI, password: 'not the right one' });
  await expect(there.getByText('do not go together')).toBeVisible();
});

test('a token reads until it is revoked', async ({ browser, request }) => {
  const page = await newPage(browser);
  await page.goto('/settings');
  await signIn(page, ADA);
  await page.getByLabel('Name of the token').fill('Grafana');
  await page.getByRole('button', { name: 'Make a token to read' }).click();
  const secret = await page.getByRole('status').filter({ hasText: 'Grafana' }).locator('code').innerText();
  const headers = { authorization: `Bearer ${secret}` };
  expect((await request.get(`${instance.address}/api/overview`, { headers })).status()).toBe(200);
  expect((await request.post(`${instance.address}/api/sources`, { headers, data: 'x' })).status()).toBe(403);
  await page.getByRole('button', { name: 'Revoke Grafana' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  // Behind an open dialog nothing has a role, the table neither.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Tokens' })).toHaveCount(0);
  expect((await request.get(`${instance.address}/api/overview`, { headers })).status()).toBe(401);
  expect(instance.output()).not.toContain(secret);
});

test('no spelling of an address and no header gets around it, and every answer has the headers', async ({
  request,
}) => {
  const paths = ['/api/sources', '//api/sources', '/api//sources', '/api/%73ources', '/healthz/..%2fapi/sources'];
  const headers = {
    'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
    'x-trackway-address': '127.0.0.1',
    cookie: 'trackway.session_token=forged.forged',
  };
  for (const path of [...paths, '/explore', '/nothing', '/api/nothing', '/_next/data/x/sources.json']) {
    const answer = await request.get(instance.address + path, { headers, maxRedirects: 0 });
    expect([307, 308, 401, 404], path).toContain(answer.status());
    expect(answer.headers()['content-security-policy'], path).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
    expect(answer.headers()['x-content-type-options'], path).toBe('nosniff');
  }
  const foreign = await request.post(`${instance.address}/api/session`, {
    headers: { origin: 'http://evil.example' },
    data: ADA,
  });
  expect(foreign.status()).toBe(403);
});

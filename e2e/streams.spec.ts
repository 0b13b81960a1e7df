import { expect, test } from '@playwright/test';
import { count } from './explorer';

test.afterAll(async ({ request }) => {
  const { streams } = (await (await request.get('/api/streams')).json()) as { streams: { id: string; name: string }[] };
  for (const { id, name } of streams) if (name.startsWith('e2e ')) await request.delete(`/api/sources/${id}`);
});

test('a stream is added, told to a sender, heard, watched, filtered and held still', async ({ page, request }) => {
  await page.goto('/sources');
  await page.getByRole('link', { name: 'Add a stream' }).click();
  await page.getByLabel(/Name/).fill('e2e cluster');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'e2e cluster' })).toBeVisible();
  await expect(page.getByText('Waiting for the first event')).toBeVisible();

  // What the page says to paste is what is sent.
  await page.getByRole('tab', { name: 'curl' }).click();
  const command = await page.getByRole('tabpanel', { name: 'curl' }).locator('pre').nth(1).innerText();
  const address = /https?:\S+/.exec(command)?.[0] ?? '';
  expect(address).toMatch(/\/in\/[^/]+\/api\/ingest\/json$/);
  const push = async (...words: string[]) => {
    const data = words.map((word) => `${new Date().toISOString()} info ${word} of the e2e stream\n`).join('');
    const answer = await request.post(address, { data: Buffer.from(data) });
    expect(answer.status()).toBe(200);
  };
  await push('beginning');
  await expect(page.getByText('It works.')).toBeVisible();

  await page.getByRole('link', { name: 'Watch live' }).click();
  await expect(count(page)).toContainText('1 event');
  await expect(page.getByRole('button', { name: /^Live/ })).toHaveAttribute('title', /as they arrive/);
  await push('second', 'third');
  await expect(page.getByRole('row', { name: /third of the e2e stream/ })).toBeVisible();
  await expect(count(page)).toContainText('3 events');

  await page.getByRole('row', { name: /second of the e2e stream/ }).click();
  await push('fourth');
  const notice = page.getByRole('status').filter({ hasText: /Paused/ });
  await expect(notice).toContainText('1 waiting');
  await notice.getByRole('button', { name: /Resume/ }).click();
  await expect(page.getByRole('row', { name: /fourth of the e2e stream/ })).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('third');
  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText('1 event');
  await push('another third', 'fifth');
  await expect(page.getByRole('row', { name: /another third of the e2e stream/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /fifth/ })).toHaveCount(0);

  await page.goto('/sources');
  const row = page.getByRole('region', { name: 'Streams' }).getByRole('row', { name: /e2e cluster/ });
  await expect(row).toContainText('arriving');
  await row.getByRole('link', { name: 'e2e cluster' }).click();
  await expect(page.getByRole('region', { name: 'Stream', exact: true })).toContainText('arriving');
});

test('tokens of a stream are listed, made and revoked on its page, and a correction holds from now on', async ({
  page,
  request,
}) => {
  const made = await request.post('/api/streams', { data: { name: 'e2e tokens' } });
  const { id } = (await made.json()) as { id: string };
  await page.goto(`/sources/${id}`);
  const tokens = page.getByRole('region', { name: 'Tokens' });
  await expect(tokens).toContainText('No token leads to this stream');
  await tokens.getByLabel('Name of the token').fill('node pool');
  await tokens.getByLabel('Days until it expires').fill('30');
  await tokens.getByRole('button', { name: 'Make a token' }).click();
  const secret = (await tokens.getByRole('status').locator('code').innerText()).trim();
  expect(secret).toMatch(/^trackway_ingest_/);
  const row = tokens.getByRole('row', { name: /node pool/ });
  await expect(row).toContainText('never');
  await expect(page.getByRole('tabpanel')).toContainText(secret);

  const push = async (text: string) =>
    (await request.post(`/in/${secret}/api/ingest/json`, { data: Buffer.from(`${text}\n`) })).status();
  expect(await push('{"level":"error","msg":"as detected"}')).toBe(200);
  await page.reload();
  await page.getByRole('button', { name: 'Correct…' }).click();
  const form = page.getByRole('form', { name: 'Correct this stream' });
  await expect(form.getByLabel('Year')).toHaveCount(0);
  await form.getByRole('combobox', { name: 'Type' }).selectOption('node');
  await form.getByRole('button', { name: 'Correct', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Corrections' })).toContainText('hold for what arrived since');
  expect(await push('{"level":"error","msg":"as corrected"}')).toBe(200);
  const { events } = await (await request.get(`/api/events?source=${id}&order=asc`)).json();
  expect(events.map(({ type }: { type: string }) => type).sort()).toEqual(['application', 'node']);

  await page.getByRole('button', { name: 'Tokens and set-up…' }).click();
  await row.getByRole('button', { name: 'Revoke node pool' }).click();
  const dialog = page.getByRole('dialog', { name: 'Revoke this token?' });
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Revoke node pool' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(tokens).toContainText('No token leads to this stream');
  expect(await push('refused')).toBe(401);
});

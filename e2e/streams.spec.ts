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

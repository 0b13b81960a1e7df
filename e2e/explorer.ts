import { type APIRequestContext, expect, type Page } from '@playwright/test';

/** Opens a page of the explorer, and waits until it has an answer and its editor. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(count(page)).toBeVisible({ timeout: 30_000 });
  // The editor comes after the page.
  await expect(page.getByRole('textbox', { name: 'Query' }).and(page.locator('[contenteditable]'))).toBeVisible();
}

/** Where the page says how many events match. */
export function count(page: Page) {
  return page.getByRole('status').filter({ hasText: /events? ·/ });
}

/** Uploads a text and waits until it was read; answers the id of its source. */
export async function upload(request: APIRequestContext, name: string, text: string): Promise<string> {
  const sent = await request.post(`/api/sources?name=${name}`, {
    data: Buffer.from(`${text}\n`),
    headers: { 'content-type': 'application/octet-stream' },
  });
  const { id } = (await sent.json()) as { id: string };
  await expect
    .poll(async () => ((await (await request.get(`/api/sources/${id}`)).json()) as { state: string }).state, {
      timeout: 30_000,
    })
    .toBe('ready');
  return id;
}

import { expect, type Page, test } from '@playwright/test';
import { count, open, upload } from './explorer';

const QUERY = 'q=livelong';

/** Lines that only these tests look for; each call other ones, since the same bytes again would add nothing. */
function lines(name: string, number: number): string {
  return Array.from(
    { length: number },
    (_, index) => `2031-06-01T10:00:0${index}Z info livelong ${name} ${index}\n`,
  ).join('');
}

const rows = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`livelong ${name}`) });
const notice = (page: Page) => page.getByRole('status').filter({ hasText: /Paused/ });

test.afterEach(async ({ request }) => {
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const { id, name } of sources) if (name.startsWith('live-')) await request.delete(`/api/sources/${id}`);
});

test('events appear as they arrive, wait while one is open, and go on', async ({ page, request }) => {
  await upload(request, 'live-before.log', lines('before', 2));
  await open(page, `/explore?${QUERY}`);
  await expect(count(page)).toContainText('2 events');
  await page.keyboard.press('l');
  const button = page.getByRole('button', { name: /^Live/ });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(button).toHaveAttribute('title', /as they arrive/);

  await upload(request, 'live-first.log', lines('first', 3));
  await expect(rows(page, 'first')).toHaveCount(3);
  await expect(rows(page, 'before')).toHaveCount(2);
  await expect(count(page)).toContainText('5 events');

  await rows(page, 'first').first().click();
  await expect(page.getByRole('button', { name: 'Paused' })).toBeVisible();
  await upload(request, 'live-second.log', lines('second', 4));
  await expect(notice(page)).toContainText('4 waiting');
  await expect(rows(page, 'second')).toHaveCount(0);
  await notice(page)
    .getByRole('button', { name: /Resume/ })
    .click();
  await expect(rows(page, 'second')).toHaveCount(4);
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('livelong second 3');

  await page.keyboard.press('l');
  await expect(page).not.toHaveURL(/live=/);
  await expect(rows(page, 'second')).toHaveCount(4);
  await expect(rows(page, 'before')).toHaveCount(2);
});

test('a connection that ends or fails is made again', async ({ page, request }) => {
  let asked = 0;
  await page.route('**/api/tail**', async (route) => {
    asked += 1;
    if (asked === 1) {
      const body = 'retry: 10\nid: 1\n\n';
      return route.fulfill({ status: 200, contentType: 'text/event-stream', body });
    }
    // The browser itself gives up after an answer that is an error.
    return asked === 2 ? route.fulfill({ status: 503, body: '' }) : route.fallback();
  });
  await open(page, `/explore?${QUERY}&live=true`);
  await expect(page.getByRole('button', { name: 'Reconnecting' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Live/ })).toHaveAttribute('title', /as they arrive/);
  await upload(request, 'live-third.log', lines('third', 2));
  await expect(rows(page, 'third')).toHaveCount(2);
});

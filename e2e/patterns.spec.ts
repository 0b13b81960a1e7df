import { expect, test } from '@playwright/test';
import { count, open, upload } from './explorer';

const DAY = '2032-05-06';
const RANGE = `from=${DAY}T00:00:00Z&to=${DAY}T23:00:00Z`;

/** Three patterns, one of them met once. */
const LINES = [
  ...Array.from({ length: 12 }, (_, index) => line(index, `connection from 10.0.0.${index} accepted`)),
  ...Array.from({ length: 6 }, (_, index) => line(20 + index, `cache warmed in ${index} ms`)),
  line(59, 'disk controller went away'),
];

function line(minute: number, message: string): string {
  return `${DAY}T10:${String(minute).padStart(2, '0')}:00Z INFO ${message}`;
}

test.beforeAll(async ({ request }) => {
  await upload(request, 'patterns-app.log', LINES.join('\n'));
});

test.afterAll(async ({ request }) => {
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const source of sources) {
    if (source.name.startsWith('patterns-')) await request.delete(`/api/sources/${source.id}`);
  }
});

test('patterns stand in the place of the events, the rarest first, and lead to their events', async ({ page }) => {
  await open(page, `/explore?${RANGE}`);
  await page.getByText('Patterns', { exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Patterns' });
  await expect(grid.getByRole('row').nth(1)).toContainText('disk controller went away');
  await expect(page.getByText('3 patterns in 19 events')).toBeVisible();
  await expect(page).toHaveURL(/patterns=rare/);
  await page.getByText('Most frequent').click();
  const first = grid.getByRole('row').nth(1);
  await expect(first).toContainText('connection from <*> accepted');
  await expect(first).toContainText('12');
  await first.getByRole('button', { name: 'Only' }).click();
  await expect(count(page)).toContainText('12 events');
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();
  // The pill says what the pattern says, not its id.
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('connection from <*> accepted');
});

test('lines of a pattern are hidden by a key, and shown again', async ({ page }) => {
  await open(page, `/explore?${RANGE}&patterns=frequent`);
  const grid = page.getByRole('grid', { name: 'Patterns' });
  await expect(grid.getByRole('row').nth(1)).toContainText('connection from');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('-');
  await expect(count(page)).toContainText('7 events');
  await expect(grid.getByRole('row').nth(1)).toContainText('cache warmed in');
  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText('6 events');
  await page.goBack();
  await page.goBack();
  await expect(count(page)).toContainText('19 events');
});

test('an open event says its pattern, how often it is met, and hides lines like it', async ({ page }) => {
  await open(page, `/explore?${RANGE}`);
  await page.getByRole('row').filter({ hasText: 'cache warmed in' }).first().click();
  const drawer = page.getByRole('complementary', { name: 'Open event' });
  const pattern = drawer.getByRole('region', { name: 'Pattern' });
  await expect(pattern).toContainText('cache warmed in <*>');
  await expect(pattern).toContainText('6 events in all logs, exact');
  await pattern.getByRole('button', { name: 'Hide lines like this' }).click();
  await expect(count(page)).toContainText('13 events');
});

test('a pattern is found by its words while a query is typed', async ({ page }) => {
  await open(page, `/explore?${RANGE}`);
  await page.keyboard.press('/');
  await page.keyboard.type('pattern:disk');
  const option = page.getByRole('option', { name: /disk controller went away/ });
  await expect(option).toBeVisible();
  await option.click();
  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText('1 event');
});

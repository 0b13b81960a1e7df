import { expect, type Page, test } from '@playwright/test';
import { count, open, upload } from './explorer';

const DAY = '2032-07-08';
const RANGE = `from=${DAY}T00:00:00Z&to=${DAY}T23:00:00Z`;
/** More pods than a facet lists at a time, each once, and one that many events have. */
const LINES = Array.from({ length: 260 }, (_, index) =>
  JSON.stringify({
    time: `${DAY}T10:00:${String(index % 60).padStart(2, '0')}Z`,
    level: index % 4 === 0 ? 'error' : 'info',
    msg: `steady ${index}`,
    kubernetes: { pod_name: `steady-${String(index).padStart(3, '0')}`, namespace_name: index % 2 ? 'odd' : 'even' },
  }),
).join('\n');

test.beforeAll(async ({ request }) => {
  await upload(request, 'steady.log', LINES);
});

test.afterAll(async ({ request }) => {
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const { id, name } of sources) if (name === 'steady.log') await request.delete(`/api/sources/${id}`);
});

test('on a slow network rows, lanes and facets stay until the new ones are there, also between events and answers', async ({
  page,
}) => {
  await open(page, `/explore?${RANGE}`);
  const table = page.getByRole('grid');
  const rows = table.getByRole('rowgroup').getByRole('row');
  await expect(rows.first()).toBeVisible();
  await page.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  for (const query of ['severity:error', 'severity:error | count by namespace', '* | top namespace', 'namespace:odd']) {
    await ask(page, query);
    await expect(page.locator('.progress-line').first()).toBeVisible();
    // Nothing is blank while it loads.
    expect(await rows.count()).toBeGreaterThan(0);
    await expect(page.getByRole('region', { name: 'Severity' }).getByRole('listitem').first()).toBeVisible();
    await expect(page.getByText(/^(Reading|Counting) …$/)).toHaveCount(0);
    await expect(page.locator('.progress-line')).toHaveCount(0);
  }
});

test('the reasons for nothing are not those of the next question', async ({ page }) => {
  await open(page, `/explore?${RANGE}&q=namespace:nowhere`);
  const clauses = page.getByRole('table', { name: 'Clauses of the query' });
  await expect(clauses).toContainText('namespace:nowhere');
  await page.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await ask(page, 'namespace:elsewhere');
  await expect(page.getByText('Looking why …')).toHaveCount(0);
  // The old ones cannot be clicked any more.
  await expect(page.locator('[inert]').filter({ has: clauses })).toBeVisible();
  await expect(clauses).toContainText('namespace:elsewhere');
  await expect(clauses.getByRole('button', { name: 'Drop namespace:elsewhere' })).toBeVisible();
});

test('a query with steps that finds nothing says why, and the keys lead out of it', async ({ page }) => {
  await open(page, `/explore?${RANGE}&q=${encodeURIComponent('namespace:odd pod:no-such | count by pod')}`);
  const drop = page.getByRole('button', { name: 'Drop pod:no-such' });
  await expect(drop).toBeVisible();
  const box = await drop.boundingBox();
  expect(box?.width ?? 0).toBeGreaterThan(box?.height ?? 0);
  await page.getByRole('grid', { name: 'Answer' }).focus();
  for (let tabs = 0; tabs < 12 && !(await drop.evaluate((button) => button === document.activeElement)); tabs++)
    await page.keyboard.press('Tab');
  await expect(drop).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Query' })).toHaveText('namespace:odd | count by pod');
  await expect(page.getByText('130 rows · exact')).toBeVisible();
});

test('the search of a facet reaches values beyond those that are listed', async ({ page }) => {
  await open(page, `/explore?${RANGE}`);
  const facet = page.getByRole('region', { name: 'Pod' });
  await facet.getByRole('button', { name: /more$/ }).click();
  await expect(facet.getByText('the first 200 of 260; type to find others')).toBeVisible();
  await page.keyboard.type('steady-259');
  await expect(facet.getByText('1 with this text')).toBeVisible();
  await facet.getByRole('button', { name: 'Include pod steady-259, 1 event' }).click();
  await expect(count(page)).toContainText('1 event');
});

test('filter pills are those of the query, also after one with a list', async ({ page }) => {
  await open(page, `/explore?${RANGE}`);
  const pills = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  await ask(page, 'namespace:(odd or even) severity:(error or info)');
  await expect(pills).toHaveCount(4);
  await ask(page, 'namespace:odd');
  await expect(pills).toHaveText(['namespace odd']);
});

test('another language is taken with the keys alone', async ({ page }) => {
  await open(page, `/explore?${RANGE}`);
  await page.keyboard.press('/');
  await page.keyboard.insertText('{namespace="odd"} |= "steady"');
  await expect(page.getByRole('status').filter({ hasText: 'Reads like LogQL' })).toBeVisible();
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('textbox', { name: 'Query' })).toHaveText('namespace:odd and steady');
  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText('130 events');
});

test('the headers of events stand above their cells', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  await page.goto(`/explore?${RANGE}`);
  const rows = page.getByRole('grid', { name: 'Events' }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const left = (role: 'columnheader' | 'gridcell', row: number) =>
    rows
      .nth(row)
      .getByRole(role)
      .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
  expect(await left('gridcell', 1)).toEqual(await left('columnheader', 0));
});

test('a question of the help page is answered', async ({ page }) => {
  await page.goto('/help#questions');
  await page.getByRole('link', { name: /severity>=error \| timeline 1h by namespace/ }).click();
  await expect(page.getByRole('grid', { name: 'Answer' }).getByRole('columnheader').first()).toContainText('each 1 h');
});

async function ask(page: Page, query: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Query' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
}

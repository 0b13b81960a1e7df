import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { count, open, upload } from './explorer';

const DAY = '2032-02-03';
const RANGE = `from=${DAY}T10:00:00Z&to=${DAY}T12:00:00Z`;
const MINUTE = 60_000;

/** Two hours before the range, in which bob only reads; then ada deletes in its second half. An event a minute. */
const AUDIT = Array.from({ length: 240 }, (_, minute) => auditLine(minute)).join('\n');

test.beforeAll(async ({ request }) => {
  await upload(request, 'charts-audit.log', AUDIT);
});

test.afterAll(async ({ request }) => {
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const source of sources)
    if (source.name === 'charts-audit.log') await request.delete(`/api/sources/${source.id}`);
});

test('a cell of the heatmap filters, and what is new in the range is marked', async ({ page }) => {
  const faults = watchConsole(page);
  await open(page, `/explore/audit?${RANGE}`);
  const chart = page.getByRole('region', { name: 'Verb by resource' });
  const cells = chart.getByRole('slider');
  await expect(chart.getByText('outlined: new')).toBeVisible();
  await cells.focus();
  await page.keyboard.press('Home');
  await expect(cells).toHaveAttribute('aria-valuetext', 'pods · list: 60');
  await page.keyboard.press('ArrowDown');
  await expect(chart.getByText(/secrets · delete: 60, new in this range/)).toBeVisible();
  await chart.locator('[data-mark]').last().click();
  await expect(count(page)).toContainText('60 events');
  await expect(page).toHaveURL(/q=verb/);
  const filters = page.getByRole('list', { name: 'Filters' });
  await expect(filters.getByRole('button', { name: 'resource secrets', exact: true })).toBeVisible();
  await page.goBack();
  await expect(count(page)).toContainText('120 events');
  expect(faults).toEqual([]);
});

test('an answer over time is drawn, chosen as another kind, and brushed', async ({ page }) => {
  const faults = watchConsole(page);
  await open(page, `/explore/audit?${RANGE}&q=${encodeURIComponent('* | timeline 10m by verb')}`);
  await expect(page.getByRole('region', { name: 'Chart: Bars' })).toBeVisible();
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await expect(page).toHaveURL(/chart=lines/);
  await page.reload();
  const chart = page.getByRole('region', { name: 'Chart: Lines' });
  const plot = chart.getByRole('application');
  await expect(plot).toBeVisible();
  // The keys: Recharts moves along the points, what they are is said below.
  await plot.focus();
  await page.keyboard.press('ArrowRight');
  await expect(chart.getByRole('status')).toContainText('list 10');
  await page.mouse.move(0, 0);
  // The pointer: a quarter of the width is three of twelve stretches.
  const box = await plot.boundingBox();
  if (box === null) throw new Error('the chart has no place');
  await page.mouse.move(box.x + box.width * 0.55, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page).not.toHaveURL(new RegExp(`from=${DAY}T10:00:00Z`));
  await expect(count(page)).toContainText(/^(30|40) events/);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(chart).toBeHidden();
  await expect(page.getByRole('grid', { name: 'Answer' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('a chart is saved as figures and as a picture', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  const csv = await save(page, 'Save as CSV');
  expect(csv.suggestedFilename()).toBe('writes-by-user.csv');
  expect(await readFile(await csv.path(), 'utf8')).toBe("\uFEFFuser,count\r\n'=ada,60\r\n");
  const png = await save(page, 'Save as PNG');
  expect(png.suggestedFilename()).toBe('writes-by-user.png');
  expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe('PNG');
});

test('a range is compared with the rest, and a value of it filters', async ({ page }) => {
  await open(page, `/explore/audit?from=${DAY}T11:00:00Z&to=${DAY}T12:00:00Z`);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/compare=rest/);
  const panel = page.getByRole('complementary', { name: 'What is different here' });
  const ada = panel.getByRole('button', { name: /^Include user =ada: only here, 60 here, 0 there/ });
  await expect(ada).toBeVisible();
  await panel.getByRole('button', { name: 'the time before' }).click();
  await expect(page).toHaveURL(/compare=before/);
  await expect(panel.getByText('60 events here, 60 there')).toBeVisible();
  await ada.click();
  await expect(
    page.getByRole('list', { name: 'Filters' }).getByRole('button', { name: 'user =ada', exact: true }),
  ).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Close the comparison' }).click();
  await expect(page.getByRole('complementary', { name: 'Facets' })).toBeVisible();
});

test('charts are put away and stay so, and say why they are empty', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}&q=user:nobody`);
  await expect(
    page.getByRole('region', { name: 'Refusals by user' }).getByText('No request here was refused.'),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('body').press('c');
  await expect(page).toHaveURL(/charts=false/);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Refusals by user' })).toBeHidden();
  await page.getByRole('button', { name: /^Charts/ }).click();
  await expect(page.getByRole('region', { name: 'Refusals by user' })).toBeVisible();
});

async function save(page: Page, item: string) {
  await expect(page.getByRole('region', { name: 'Writes by user' }).getByRole('slider')).toBeVisible();
  await page.getByRole('button', { name: 'Options of Writes by user' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return download;
}

/** Errors of the page: refusals of its own security policy are among them. */
function watchConsole(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

function auditLine(minute: number): string {
  const isOdd = minute >= 180;
  const verb = isOdd ? 'delete' : 'list';
  const time = new Date(Date.parse(`${DAY}T08:00:00Z`) + minute * MINUTE).toISOString();
  return JSON.stringify({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Metadata',
    auditID: `00000000-0000-4000-9000-000000000${String(minute).padStart(3, '0')}`,
    stage: 'ResponseComplete',
    requestURI: '/api/v1/namespaces/shop/pods',
    verb,
    // A name that a spreadsheet would take for a formula.
    user: { username: isOdd ? '=ada' : 'bob' },
    sourceIPs: ['203.0.113.9'],
    userAgent: 'kubectl/v1.31.0',
    objectRef: { resource: isOdd ? 'secrets' : 'pods', namespace: 'shop', name: 'web', apiVersion: 'v1' },
    responseStatus: { code: 200 },
    requestReceivedTimestamp: time,
    stageTimestamp: time,
  });
}

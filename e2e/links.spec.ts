import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { count, open, upload } from './explorer';

/** Far from what other tests upload, in time and in name. */
const DAY = '2033-05-06';
const RANGE = `from=${DAY}T00:00:00Z&to=${DAY}T23:00:00Z`;
const OURS = `/explore?q=sharedtrack&${RANGE}`;

function lines(name: string, events: number): string {
  return Array.from({ length: events }, (_, minute) => {
    return `${DAY}T10:${String(minute).padStart(2, '0')}:00.000Z INFO sharedtrack ${name} ${minute}`;
  }).join('\n');
}

interface Linked {
  readonly url: string;
  readonly slug: string;
  readonly proof: string | null;
}

async function share(request: APIRequestContext, address: string): Promise<Linked> {
  const { pathname, search } = new URL(address, 'http://host');
  const answer = await request.post('/api/links', { data: { path: pathname, search } });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as Linked;
}

const about = (page: Page) => page.getByRole('region', { name: 'About this link' });

test.beforeEach(({ request }) => upload(request, 'links-one.log', lines('one', 20)).then(() => undefined));

test.afterEach(async ({ request }) => {
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const { id, name } of sources) if (name.startsWith('links-')) await request.delete(`/api/sources/${id}`);
});

test('people in two zones see the same events, and then what was added', async ({ page, browser, request }) => {
  await open(page, OURS);
  await expect(count(page)).toContainText('20 events');
  await page.getByRole('grid', { name: 'Events' }).focus();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Share what you see' });
  await expect(dialog).toContainText('06 May 2033 00:00 – 23:00 UTC');
  await dialog.getByLabel('Times in').selectOption('Asia/Tokyo');
  await expect(dialog).toContainText('UTC+9');
  await dialog.getByRole('button', { name: /Copy the link/ }).press('Enter');
  await expect(dialog.getByRole('status')).toContainText('It remembers 20 events · exact');
  const address = await dialog.getByRole('textbox', { name: 'The link' }).inputValue();
  expect(address).toMatch(/\/s\/[a-z2-9]{10}$/);

  const context = await browser.newContext({ timezoneId: 'America/New_York', locale: 'en-US' });
  const other = await context.newPage();
  await open(other, address);
  await expect(other).toHaveURL(/\/explore\?.*link=/);
  await expect(count(other)).toContainText('20 events');
  await expect(about(other)).toContainText('Same 20 events as when');
  await expect(about(other)).toContainText('Times are those of Asia/Tokyo');
  await expect(other.getByRole('row').nth(1)).toContainText('19:19:00');
  await about(other).getByRole('button', { name: 'Show mine' }).click();
  await expect(other.getByRole('row').nth(1)).toContainText('06:19:00');

  await upload(request, 'links-two.log', lines('two', 7));
  await other.goto(address);
  await expect(about(other)).toContainText('7 added since');
  await about(other).getByRole('button', { name: 'Show the 7 added' }).click();
  await expect(count(other)).toContainText('7 events');
  await expect(other.getByRole('row')).toHaveCount(8);
  for (const row of (await other.getByRole('row').all()).slice(1)) await expect(row).toContainText('sharedtrack two');
  await about(other).getByRole('button', { name: 'Show all' }).click();
  await expect(count(other)).toContainText('27 events');
  await context.close();
});

test('what was deleted is named, and the rest stays', async ({ page, request }) => {
  const id = await upload(request, 'links-gone.log', lines('gone', 5));
  const all = await share(request, OURS);
  const one = await share(request, `${OURS}&source=${id}&sort=-flavour&cols=time,flavour`);
  await request.delete(`/api/sources/${id}`);
  await open(page, all.url);
  await expect(about(page)).toContainText('5 removed since');
  await expect(about(page)).toContainText('cannot be shown: links-gone.log was deleted');
  await open(page, one.url);
  await expect(about(page)).toContainText(`source ${id} was deleted`);
  await expect(about(page)).toContainText('no column “flavour”');
  await expect(count(page)).toContainText('20 events');
  await about(page).getByRole('button', { name: 'Take it out of the address' }).click();
  await expect(page).not.toHaveURL(/flavour|source=/);
});

test('hostile text in a link is text, and no link leads elsewhere', async ({ page, request }) => {
  const hostile = '<img src=x onerror="window.__broken=1">';
  const link = await share(request, `${OURS}&sort=${encodeURIComponent(hostile)}&event=${encodeURIComponent(hostile)}`);
  await open(page, link.url);
  await expect(about(page)).toContainText(hostile.slice(0, 20));
  expect(await page.evaluate(() => Reflect.get(window, '__broken'))).toBeUndefined();
  for (const path of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/explore/../x',
    '/hunts/..',
    '/api/links',
  ]) {
    expect((await request.post('/api/links', { data: { path, search: '' } })).status()).toBe(400);
  }
  expect((await page.goto('/s/nothingatall'))?.status()).toBe(404);
  await expect(page.getByText('This link leads nowhere')).toBeVisible();
});

test('an address that cannot be decoded is the name of nothing', async ({ request }) => {
  for (const path of ['/api/hunts/%E0%A4%A', '/api/links/%', '/api/proofs/%FF', '/s/%E0%A4%A', '/explore/%FF', '/%']) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test('a query of 20,000 characters is shared, and no address is long', async ({ page, request }) => {
  const names = Array.from({ length: 200 }, (_, index) => `nobody-${index}-${'x'.repeat(90)}`);
  const q = `sharedtrack and not pod:(${names.join(' or ')})`.slice(0, 19_990).replace(/ or [^ ]*$/, ')');
  expect(q.length).toBeGreaterThan(19_000);
  const link = await share(request, `/explore?${RANGE}&q=${encodeURIComponent(q)}`);
  await open(page, link.url);
  await expect(page).toHaveURL(new RegExp(`/explore\\?link=${link.slug}$`));
  await expect(count(page)).toContainText('20 events');
  await expect(about(page)).toContainText('Same 20 events');

  // Changed, it is kept anew; and it is still about the same events.
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('complementary', { name: 'Open event' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).not.toHaveURL(new RegExp(`link=${link.slug}`));
  expect(page.url().length).toBeLessThan(2000);
  await expect(about(page)).toContainText('Same 20 events');
  await page.reload();
  await expect(count(page)).toContainText('20 events');
  await page.getByRole('button', { name: 'Clear the query' }).click();
  await expect(page).not.toHaveURL(/link=/);
});

test('a link to one event opens it at its moment', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, OURS);
  await page.getByRole('row').nth(5).click();
  const drawer = page.getByRole('complementary', { name: 'Open event' });
  const copied = async (item: string) => {
    await drawer.getByRole('button', { name: 'Copy a link' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(drawer.getByText('Copied')).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const moment = await copied('Link to this moment');
  const event = await copied('Link to this event');
  await open(page, event);
  await expect(drawer.getByRole('heading', { level: 2 })).toContainText('sharedtrack one 15');
  await expect(page.getByRole('row').nth(1)).toContainText('sharedtrack one 15');
  await open(page, moment);
  await expect(drawer).toBeHidden();
  await expect(about(page)).toContainText('The table begins at 06 May 2033 10:15:00.000 UTC');
  await expect(page.getByRole('row').nth(1)).toContainText('sharedtrack one 15');
  await about(page).getByRole('button', { name: 'Show from the start' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('sharedtrack one 19');
});

test('a long query that is typed is kept, and a full link with a moving range says what it was then', async ({
  page,
}) => {
  await open(page, OURS);
  const editor = page.getByRole('textbox', { name: 'Query' });
  await editor.fill(
    `sharedtrack and not pod:(${Array.from({ length: 100 }, (_, index) => `nobody-${index}-${'x'.repeat(90)}`).join(' or ')})`,
  );
  await editor.press('Enter');
  await expect(page).toHaveURL(/\/explore\?link=[a-z2-9]+$/);
  await expect(count(page)).toContainText('20 events');
  await page.goBack();
  await expect(page).toHaveURL(/q=sharedtrack/);

  await open(page, '/explore?q=sharedtrack&from=now-1h');
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share what you see' });
  await dialog.getByLabel('Moving with the clock').check();
  await dialog.getByLabel('Full').check();
  await dialog.getByRole('button', { name: /Copy the link/ }).click();
  await expect(dialog.getByRole('status')).toContainText('It remembers 20 events');
  const address = await dialog.getByRole('textbox', { name: 'The link' }).inputValue();
  expect(address).toMatch(/from=now-1h.*proof=/);
  await open(page, address);
  await expect(about(page)).toContainText('This range moves with the clock');
  await about(page).getByRole('button', { name: 'Show that range' }).click();
  await expect(page).toHaveURL(/from=20.*proof=/);
  await expect(about(page)).toContainText('Same 20 events');
});

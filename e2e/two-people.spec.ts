import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import {
  eventsAnswer,
  huntsAnswer,
  oneEventAnswer,
  SAMPLE_SOURCE_ID,
  sampleAnswer,
  sourceAnswer,
} from '@/lib/interface';
import { count, open, upload } from './explorer';

const MADE_AND_READ_MS = 240_000;
const TITLE = 'Two people: the token that was used by hand';
const MORE = 'two-people-more.log';

// The other tests count what is there.
test.afterAll(async ({ request }) => {
  const { hunts } = huntsAnswer.parse(await (await request.get('/api/hunts')).json());
  for (const { slug, title } of hunts) if (title === TITLE) await request.delete(`/api/hunts/${slug}`);
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const { id, name } of sources) if (name === MORE) await request.delete(`/api/sources/${id}`);
  await request.delete(`/api/sources/${SAMPLE_SOURCE_ID}`);
});

test('one hunts in the sample incident and shares it; another, elsewhere, sees the same, and later what came since', async ({
  browser,
  request,
}) => {
  test.setTimeout(MADE_AND_READ_MS * 2);
  const ann = await browser.newContext({ timezoneId: 'Europe/Berlin', viewport: { width: 1440, height: 900 } });
  const ben = await browser.newContext({ timezoneId: 'America/New_York', locale: 'en-US' });
  const [hers, his] = [await ann.newPage(), await ben.newPage()];

  // Ann loads the sample, and looks at a step of its attack.
  await hers.goto('/sources');
  await hers.getByRole('button', { name: 'Load the sample incident' }).click();
  await expect.poll(() => stateOfSample(request), { timeout: MADE_AND_READ_MS, intervals: [2000] }).toBe('ready');
  const { query, from, to, count: known } = await auditStep(request);
  const view = `/explore/audit?${new URLSearchParams({ q: query, from, to, zone: 'local' })}`;
  await open(hers, view);
  await expect(count(hers)).toContainText(`${known} events`);

  // She begins a hunt, pins the first event in it, adds the query, and writes.
  await hers.goto('/hunts');
  await hers
    .getByRole('button', { name: /New hunt/ })
    .first()
    .click();
  await hers.getByRole('dialog').getByLabel('Title').fill(TITLE);
  await hers.getByRole('button', { name: 'Start it' }).click();
  await expect(hers).toHaveURL(/\/hunts\/two-people/);
  const hunt = new URL(hers.url()).pathname;
  await open(hers, view);
  await expect(count(hers)).toContainText(`${known} events`);
  await hers.getByRole('row').nth(1).waitFor();
  await hers.getByRole('grid', { name: 'Events' }).focus();
  await hers.keyboard.press('j');
  await hers.keyboard.press('e');
  await hers.getByRole('textbox', { name: 'Why is it pinned?' }).fill('curl, from inside a pod');
  await hers.keyboard.press('Enter');
  await expect(hers.getByRole('row').getByRole('img', { name: 'Pinned in a hunt' })).toHaveCount(1);
  await hers.keyboard.press('Escape');
  await hers.keyboard.press('h');
  await hers
    .getByRole('dialog')
    .getByRole('button', { name: /used last/ })
    .click();
  await hers.getByText('Added to').locator('..').getByRole('link').click();
  await hers.getByRole('textbox', { name: 'Hypothesis' }).fill('Somebody took the token of the pod.');
  await expect(hers.locator('[data-save="kept"]')).toBeVisible();

  // She shares what she sees, and the hunt.
  await open(hers, view);
  const rows = await rowsOf(hers);
  const address = await share(hers);

  // Ben, in another zone, sees the same events, the same number of them, and her words.
  await open(his, address);
  await expect(about(his)).toContainText(`Same ${known} events as when`);
  await expect(count(his)).toContainText(`${known} events`);
  expect(await rowsOf(his)).toEqual(rows);
  await about(his).getByRole('button', { name: 'Show mine' }).click();
  await expect.poll(() => rowsOf(his)).not.toEqual(rows);
  await expect(count(his)).toContainText(`${known} events`);
  await his.goto(hunt);
  await expect(his.getByRole('textbox', { name: 'Hypothesis' })).toHaveValue('Somebody took the token of the pod.');
  await expect(his.getByText('curl, from inside a pod').first()).toBeVisible();
  await expect(his.getByText(`Same ${known} events`)).toBeVisible();
  await his.getByRole('button', { name: 'Report', exact: true }).click();
  const report = his.waitForEvent('popup');
  await his.getByRole('menuitem', { name: 'Open, to read or print' }).click();
  await expect((await report).getByText(`${known} events, exact`)).toBeVisible();
  await expect((await report).getByText('in America/New_York')).toBeVisible();

  // More arrives: the link says so, and shows what.
  await upload(request, MORE, await anotherLike(request, { query, from, to }));
  await open(his, address);
  await expect(about(his)).toContainText('1 added since');
  await about(his).getByRole('button', { name: 'Show the 1 added' }).click();
  await expect(count(his)).toContainText('1 event');
  await his.goto(hunt);
  await his.getByRole('link', { name: 'show the 1 added' }).click();
  await expect(count(his)).toContainText('1 event');
  await ann.close();
  await ben.close();
});

const about = (page: Page) => page.getByRole('region', { name: 'About this link' });

interface Looked {
  readonly query: string;
  readonly from: string;
  readonly to: string;
}

async function stateOfSample(request: APIRequestContext): Promise<string> {
  const answer = await request.get(`/api/sources/${SAMPLE_SOURCE_ID}?files=0`);
  return answer.ok() ? sourceAnswer.parse(await answer.json()).state : 'not there';
}

/** The step of the attack that is seen in the audit log first, and the query that shows it. */
async function auditStep(request: APIRequestContext): Promise<Looked & { readonly count: number }> {
  const { steps } = sampleAnswer.parse(await (await request.get('/api/sample')).json());
  for (const { from, to, evidence } of steps) {
    const audit = evidence.find(({ query }) => query.startsWith('type:audit'));
    if (audit !== undefined) return { query: audit.query, count: audit.count, from, to };
  }
  throw new Error('no step of the sample shows in the audit log');
}

/** What the rows of the table say, from top to bottom. */
async function rowsOf(page: Page): Promise<string[]> {
  const rows = page.getByRole('grid', { name: 'Events' }).getByRole('row');
  return (await rows.allInnerTexts()).slice(1);
}

/** Shares what a page shows, and answers the short address. */
async function share(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share what you see' });
  await dialog.getByRole('button', { name: /Copy the link/ }).press('Enter');
  await expect(dialog.getByRole('status')).toContainText('exact');
  return dialog.getByRole('textbox', { name: 'The link' }).inputValue();
}

/** The original of one of the events, as if it had happened once more. */
async function anotherLike(request: APIRequestContext, { query, from, to }: Looked): Promise<string> {
  const found = await request.get('/api/events', { params: { q: query, from, to, limit: 1 } });
  const [event] = eventsAnswer.parse(await found.json()).events;
  const { raw } = oneEventAnswer.parse(await (await request.get(`/api/events/${event?.id}`)).json());
  return raw.replace(/"auditID":"[^"]*"/, '"auditID":"00000000-0000-4000-8000-000000000000"');
}

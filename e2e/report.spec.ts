import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { type EventsAnswer, eventsAnswer, huntAnswer, type NewHunt } from '@/lib/interface';
import { upload } from './explorer';

const DAY = '2031-08-09';
const RANGE = { from: `${DAY}T00:00:00Z`, to: `${DAY}T23:00:00Z` };
const LOG = 'report-lanterns.log';
const SCRIPT = '<script>window.__ran = true</script><img src="/metrics" onerror="window.__ran = true">';

/** Entries that would do something to whoever shows them as anything but text. */
const LINES = [
  `${DAY}T10:00:00Z info lantern one ${SCRIPT}`,
  `${DAY}T10:01:00Z info lantern two [click](javascript:window.__ran=true) | cell`,
  `${DAY}T10:02:00Z info lantern three \u202egnp.exe`,
  `{"time":"${DAY}T10:03:00Z","msg":"=HYPERLINK(\\"https://example.org\\",\\"lantern four\\")"}`,
  `{"time":"${DAY}T10:04:00Z","msg":"@SUM(1) lantern five","user":"+ann"}`,
];

let source: string;
let events: EventsAnswer['events'];
let slug: string;

test.beforeAll(async ({ request }) => {
  source = await upload(request, LOG, LINES.join('\n'));
  const answer = await request.get('/api/events', { params: { q: 'lantern', source } });
  events = eventsAnswer.parse(await answer.json()).events;
  slug = await makeHunt(request);
});

test.afterAll(async ({ request }) => {
  await request.delete(`/api/hunts/${slug}`);
  await request.delete(`/api/sources/${source}`);
});

async function makeHunt(request: APIRequestContext): Promise<string> {
  const selection = { types: [], q: 'lantern', ...RANGE, source: null };
  const query = {
    kind: 'query' as const,
    view: 'table' as const,
    chart: null,
    columns: null,
    proof: null,
    frozen: null,
  };
  const hunt: NewHunt = {
    title: `Lanterns ${SCRIPT}`,
    hypothesis: 'Somebody lit \u202ethem | `all` </title><script>window.__ran = true</script>',
    conclusion: `**Lit.** ${SCRIPT} [click](javascript:window.__ran=true) ![picture](https://example.org/a.png)`,
    techniques: ['T1611'],
    tags: ['<b>tag</b>'],
    steps: [
      { ...query, id: 'all', title: '"><svg onload="window.__ran = true">', selection },
      { ...query, id: 'steps', title: 'by type', selection: { ...selection, q: 'lantern | count by type' } },
      { ...query, id: 'broken', title: 'broken', selection: { ...selection, q: 'lantern (' } },
      { id: 'note', kind: 'note', text: '<iframe src="/"></iframe>\n\n[mail](mailto:ann@example.org)' },
      {
        id: 'pins',
        kind: 'evidence',
        title: 'What was seen',
        pins: events.map(({ id }) => ({ event: id, reason: SCRIPT, by: '', at: '' })),
      },
    ],
  };
  const made = await request.post('/api/hunts', { data: hunt });
  expect(made.status()).toBe(201);
  return huntAnswer.parse(await made.json()).slug;
}

/** Everything that a page would do beside being read. */
function deedsOf(page: Page): string[] {
  const deeds: string[] = [];
  page.on('dialog', (dialog) => {
    deeds.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => deeds.push(`request ${request.url()}`));
  page.on('console', (message) => deeds.push(`console ${message.text()}`));
  page.on('pageerror', (error) => deeds.push(`error ${error.message}`));
  return deeds;
}

test('a report says hostile words as words, and does nothing', async ({ page }) => {
  const deeds = deedsOf(page);
  const address = `/api/hunts/${slug}/report?zone=Europe/Berlin`;
  const answer = await page.goto(address);
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Lanterns ${SCRIPT}`);
  expect(deeds).toEqual([`request ${new URL(address, page.url()).href}`]);
  expect(await page.evaluate('window.__ran')).toBeUndefined();
  await expect(page.locator('script, iframe, img, object, embed, link, form')).toHaveCount(0);
  await expect(page.getByText('them | `all` </title>')).toContainText('⟨U+202E⟩');

  const step = page.locator('#step-1');
  await expect(step).toContainText('5 events, exact');
  await expect(step).toContainText(`09 Aug 2031 02:00:00.000 UTC+2 (${DAY} 00:00:00.000 UTC)`);
  await expect(page.locator('#step-2').getByRole('row')).toHaveCount(2);
  await expect(page.locator('#step-3')).toContainText('could not be counted');
  await expect(
    page
      .locator('#evidence')
      .getByText(LINES[0] ?? '')
      .first(),
  ).toBeVisible();
  await expect(page.locator('#sources')).toContainText(LOG);
  await expect(page.locator('#tactics')).toContainText('Escape to Host');
  const links = await page.locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
  for (const href of links) expect(href).toMatch(/^(#|https?:|mailto:)/);
});

test('the Markdown says the same, and a wrong zone is refused in words', async ({ request }) => {
  const answer = await request.get(`/api/hunts/${slug}/report?format=markdown`);
  expect(answer.headers()['content-disposition']).toContain('-report.md');
  const text = await answer.text();
  expect(text).toContain('5 events');
  // What is text in it is held to a parser by `lib/report`.
  expect(text).toContain('\\[click\\](javascript\\:window.\\_\\_ran=true)');
  expect(text).toContain('# Lanterns \\<script>');
  const refused = await request.get(`/api/hunts/${slug}/report?zone=Mars/Olympus`);
  expect(refused.status()).toBe(400);
  expect(await refused.text()).toContain('Mars/Olympus');
});

test('it is printed with nothing beside the paper', async ({ page }) => {
  await page.goto(`/api/hunts/${slug}/report`);
  await page.emulateMedia({ media: 'print' });
  const [shown, whole] = await page.evaluate(() => [document.body.clientWidth, document.body.scrollWidth]);
  expect(whole).toBeLessThanOrEqual(shown ?? 0);
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('no cell of exported events is a formula', async ({ request }) => {
  const answer = await request.get('/api/export', { params: { q: 'lantern', source, format: 'csv' } });
  const text = await answer.text();
  expect(text).toContain(`"'=HYPERLINK(""https://example.org"",""lantern four"")"`);
  expect(text).toContain("'@SUM(1) lantern five");
  expect(text).not.toMatch(/(^|,)"?[=+@|%-]/m);
});

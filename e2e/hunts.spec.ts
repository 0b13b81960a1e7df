import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test';
import { open, upload } from './explorer';

const DAY = '2033-05-06';
const RANGE = `from=${DAY}T00:00:00Z&to=${DAY}T23:00:00Z`;
const HOSTILE = '<img src=x onerror="window.__broken=1">\u202egnp.exe';
/** Titles of ours begin so: they are deleted at the end. */
const OURS = 'e2e hunt';

interface Hunt {
  slug: string;
  title: string;
}

test.afterEach(async ({ request }) => {
  for (const archived of ['no', 'only']) {
    const { hunts } = (await (await request.get(`/api/hunts?archived=${archived}`)).json()) as { hunts: Hunt[] };
    for (const { slug, title } of hunts) if (title.startsWith(OURS)) await request.delete(`/api/hunts/${slug}`);
  }
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const { id, name } of sources) if (name.startsWith('hunts-')) await request.delete(`/api/sources/${id}`);
});

test('a step says what became of its result, and what was remembered of another query is no proof', async ({
  page,
  request,
}) => {
  const id = await upload(request, 'hunts-proof.log', `${DAY}T10:00:00Z proofword one\n${DAY}T10:00:01Z proofword two`);
  const asked = { q: 'proofword', from: `${DAY}T00:00:00Z`, to: `${DAY}T23:00:00Z` };
  const proof = ((await (await request.post('/api/proofs', { data: asked })).json()) as { id: string }).id;
  const query = (name: string, q: string, of: string) => ({
    ...{ id: name, kind: 'query', title: '', selection: { ...asked, q, types: [], source: null } },
    ...{ view: 'table', chart: null, columns: null, proof: of, frozen: null },
  });
  const steps = [query('a', 'proofword', proof), query('b', 'one', proof), query('c', 'proofword', 'elsewhere')];
  const made = await request.post('/api/hunts', { data: { title: `${OURS}: proof`, steps } });
  const { slug } = (await made.json()) as Hunt;
  await page.goto(`/hunts/${slug}`);
  await expect(step(page, 1)).toContainText('Same 2 events');
  await expect(step(page, 2)).toContainText('remembered is of another query');
  await step(page, 3).scrollIntoViewIfNeeded();
  await expect(step(page, 3)).toContainText('is not known: there is no proof');
  await step(page, 2).getByRole('button', { name: 'remember result' }).press('Enter');
  await expect(step(page, 2)).toContainText('The same event');
  await expect(page.getByText(/^saved/)).toBeVisible();
  await request.delete(`/api/sources/${id}`);
  await page.reload();
  await expect(step(page, 1)).toContainText('2 removed since');
  await expect(step(page, 1)).toContainText('hunts-proof.log was deleted');
});

test('a hunt is made, written, put in order with the keys, and all there after a reload', async ({ page }) => {
  await page.goto('/hunts');
  await page
    .getByRole('button', { name: /New hunt/ })
    .first()
    .click();
  await page.getByRole('dialog').getByLabel('Title').fill(`${OURS}: who reads secrets?`);
  await page.getByRole('button', { name: 'Start it' }).click();
  await expect(page).toHaveURL(/\/hunts\/e2e-hunt-who-reads-secrets/);
  await page.getByRole('textbox', { name: 'Hypothesis' }).fill('Somebody reads what they should not.');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('investigating');
  const techniques = page.getByRole('combobox', { name: 'Add to techniques' });
  await techniques.fill('escape');
  await techniques.press('ArrowDown');
  await techniques.press('Enter');
  await page.getByRole('combobox', { name: 'Add to tags' }).fill('payments');
  await page.getByRole('combobox', { name: 'Add to tags' }).press('Enter');
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByRole('textbox', { name: 'Note, step 1' }).fill('First **this**.');
  await page.getByRole('button', { name: 'Query', exact: true }).click();
  await page.getByRole('textbox', { name: 'Title of step 2' }).fill('Reads of secrets');
  await expect(steps(page)).toHaveCount(2);

  await step(page, 2).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Moved to place 1 of 2')).toBeAttached();
  await expect(step(page, 1).getByRole('textbox', { name: 'Title of step 1' })).toHaveValue('Reads of secrets');
  await expect(step(page, 1)).toBeFocused();

  // What was done last is taken back, and done again.
  await page.keyboard.press('Control+z');
  await expect(step(page, 2).getByRole('textbox', { name: 'Title of step 2' })).toHaveValue('Reads of secrets');
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('button', { name: 'Delete step 2' }).click();
  await expect(steps(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(steps(page)).toHaveCount(2);
  await kept(page);

  await page.reload();
  await expect(step(page, 1).getByRole('textbox', { name: 'Title of step 1' })).toHaveValue('Reads of secrets');
  await expect(step(page, 2).locator('strong')).toHaveText('this');
  await expect(page.getByRole('textbox', { name: 'Hypothesis' })).toHaveValue('Somebody reads what they should not.');
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('investigating');
  await expect(page.getByText('T1611 Escape to Host')).toBeVisible();

  await page.goto('/hunts?contains=who+reads+secrets');
  const row = page.getByRole('row').filter({ hasText: 'who reads secrets?' });
  await expect(row).toContainText('investigating');
  await row.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toHaveCount(1);
});

test('two people who write at the same time lose nothing', async ({ page, browser, request }) => {
  const slug = await make(request, { steps: [note('a', 'first\nsecond\nthird')] });
  const other = await browser.newContext();
  const second = await other.newPage();
  for (const each of [page, second]) {
    await each.goto(`/hunts/${slug}`);
    await each.getByRole('button', { name: 'Edit: Note, step 1' }).focus();
    await each.keyboard.press('Enter');
  }
  await page.getByRole('textbox', { name: 'Hypothesis' }).fill('What ann thinks');
  await page.getByRole('textbox', { name: 'Note, step 1' }).fill('first of ann\nsecond\nthird');
  await second.getByRole('textbox', { name: 'Note, step 1' }).fill('first\nsecond\nthird of ben');
  await second.getByRole('button', { name: 'Evidence', exact: true }).click();
  for (const each of [page, second]) {
    await expect(each.getByRole('textbox', { name: 'Note, step 1' })).toHaveValue(
      'first of ann\nsecond\nthird of ben',
      {
        timeout: 20_000,
      },
    );
    await expect(each.getByRole('textbox', { name: 'Hypothesis' })).toHaveValue('What ann thinks');
    await expect(steps(each)).toHaveCount(2);
    await kept(each);
  }

  // Of the same line both versions are shown, and one is chosen.
  await page.getByRole('textbox', { name: 'Note, step 1' }).fill('first: it was ann\nsecond\nthird of ben');
  await second.getByRole('textbox', { name: 'Note, step 1' }).fill('first: it was ben\nsecond\nthird of ben');
  const conflict = (each: Page) => each.getByRole('region', { name: 'Two versions of the text' });
  const shown = async () => (await conflict(page).count()) + (await conflict(second).count());
  await expect.poll(shown, { timeout: 20_000 }).toBeGreaterThan(0);
  const asked = (await conflict(page).count()) > 0 ? page : second;
  await expect(conflict(asked)).toContainText('it was ann');
  await expect(conflict(asked)).toContainText('it was ben');
  await conflict(asked).getByRole('button', { name: 'Keep both' }).click();
  for (const each of [page, second]) {
    await expect(each.getByRole('textbox', { name: 'Note, step 1' })).toHaveValue(
      /it was ann[\s\S]*it was ben|it was ben[\s\S]*it was ann/,
      {
        timeout: 20_000,
      },
    );
  }
  await other.close();
});

test('an event is pinned with a key, and readable when its source is gone', async ({ page, request }) => {
  const slug = await make(request, {});
  await page.goto(`/hunts/${slug}`);
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
  const source = await upload(request, 'hunts-audit.log', auditLine('mallory', 'delete'));
  await open(page, `/explore/audit?${RANGE}&q=user%3Amallory`);
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await expect(page.getByText('Pinned in').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Why is it pinned?' }).fill('It deleted the proof');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').getByRole('img', { name: 'Pinned in a hunt' })).toHaveCount(1);
  const flag = page.getByRole('group', { name: /^Pinned in Audit/ }).getByRole('button');
  await flag.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Pinned in' })).toContainText('It deleted the proof');

  // The query goes the same way.
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /used last/ })
    .click();
  await page.getByText('Added to').locator('..').getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/hunts/${slug}`));
  const query = page
    .locator('[data-step]')
    .filter({ hasText: 'open in explorer' })
    .filter({ has: page.getByRole('table') });
  await expect(query).toContainText('1 event');
  await query.getByRole('button', { name: 'frozen' }).click();
  await expect(query).toContainText(/frozen .* by .*: 1 event/);
  await kept(page);

  await request.delete(`/api/sources/${source}`);
  await page.reload();
  await expect(page.getByText('the source was deleted; this is the copy')).toBeVisible();
  await page.getByRole('button', { name: 'Original' }).click();
  await expect(page.locator('pre').filter({ hasText: '"username":"mallory"' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Why it is pinned' })).toHaveValue('It deleted the proof');
  await expect(query).toContainText('1 removed since');
});

test('hostile words stay words', async ({ page, request }) => {
  const links =
    '[a](javascript:window.__broken=1) [b](data:text/html,x) ![c](https://example.invalid/p.png) [d](https://example.invalid/)';
  const slug = await make(request, {
    title: `${OURS} ${HOSTILE}`,
    hypothesis: HOSTILE,
    conclusion: `${HOSTILE}\n\n${links}`,
    tags: [HOSTILE.slice(0, 40)],
    owner: HOSTILE,
    steps: [note('a', `${HOSTILE}\n\n${links}\n\n<script>window.__broken=1</script>`), note('b', '> '.repeat(25_000))],
  });
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(sent.url()));
  for (const address of ['/hunts', `/hunts/${slug}`]) {
    await page.goto(address);
    const link = page.getByRole('link', { name: /onerror/ });
    await expect(link.or(page.getByRole('textbox', { name: 'Title' })).first()).toBeVisible();
  }
  const targets = await page.locator('.markdown a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(new Set(targets)).toEqual(new Set(['https://example.invalid/p.png', 'https://example.invalid/']));
  for (const link of await page.locator('.markdown a').all()) {
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  }
  await expect(page.locator('.markdown img, .markdown script')).toHaveCount(0);
  expect(await page.evaluate(() => '__broken' in window)).toBe(false);
  expect(asked.filter((url) => url.includes('example.invalid'))).toEqual([]);
});

test('a step is dragged to another place', async ({ page, request }) => {
  const slug = await make(request, { steps: [note('a', 'alpha'), note('b', 'beta'), note('c', 'gamma')] });
  await page.goto(`/hunts/${slug}`);
  const grip = step(page, 3).getByTitle(/^Drag it/);
  const [from, to] = [await grip.boundingBox(), await step(page, 1).boundingBox()];
  if (from === null || to === null) throw new Error('The steps are not drawn.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + to.height, { steps: 5 });
  await page.mouse.move(from.x, to.y + 2, { steps: 5 });
  await page.mouse.up();
  await expect(step(page, 1)).toContainText('gamma');
  await expect(step(page, 2)).toContainText('alpha');
  await kept(page);
});

test('an old version is read and brought back', async ({ page, request }) => {
  const slug = await make(request, { hypothesis: 'the first thought' });
  await page.goto(`/hunts/${slug}`);
  await page.getByRole('textbox', { name: 'Hypothesis' }).fill('another thought');
  await kept(page);
  await page.getByRole('button', { name: 'History' }).click();
  const history = page.getByRole('complementary', { name: 'History' });
  await history.getByRole('listitem').last().getByRole('button').click();
  await expect(page.getByText(/^As .* left it/)).toBeVisible();
  await expect(page.getByText('the first thought')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('textbox', { name: 'Hypothesis' })).toHaveValue('the first thought');
  await kept(page);
});

function steps(page: Page): Locator {
  return page.locator('[data-step]');
}

function step(page: Page, place: number): Locator {
  return steps(page).nth(place - 1);
}

async function kept(page: Page): Promise<void> {
  await expect(page.locator('[data-save="kept"]')).toBeVisible({ timeout: 15_000 });
}

function note(id: string, text: string) {
  return { id, kind: 'note', text };
}

async function make(request: APIRequestContext, content: object): Promise<string> {
  const made = await request.post('/api/hunts', { data: { title: OURS, ...content } });
  expect(made.status()).toBe(201);
  return ((await made.json()) as Hunt).slug;
}

function auditLine(user: string, verb: string): string {
  return JSON.stringify({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Metadata',
    auditID: `hunts-${user}`,
    stage: 'ResponseComplete',
    requestURI: '/api/v1/namespaces/payments/secrets/db',
    verb,
    user: { username: user, groups: ['system:authenticated'] },
    sourceIPs: ['203.0.113.9'],
    objectRef: { resource: 'secrets', namespace: 'payments', name: 'db', apiVersion: 'v1' },
    responseStatus: { code: 200 },
    requestReceivedTimestamp: `${DAY}T10:00:00.000000Z`,
    stageTimestamp: `${DAY}T10:00:00.004000Z`,
  });
}

import { expect, type Locator, type Page, test } from '@playwright/test';
import { count, upload } from './explorer';
import { turnRulesOff } from './rules-off';

const DAY = '2032-03-04';
/** Far from what other tests upload, in time and in name. */
const RANGE = `from=${DAY}T00:00:00Z&to=${DAY}T23:00:00Z`;
const OURS = '/findings?contains=sweeper&detector=secret-sweep';
/** Who reads how many secrets, from which hour on. */
const SWEEPERS = [
  { user: 'sweeper-one', hour: 9, secrets: 20 },
  { user: 'sweeper-two', hour: 12, secrets: 17 },
  { user: 'sweeper-<img src=x onerror="window.__broken=1">\u202e', hour: 15, secrets: 16 },
] as const;

interface Found {
  findings: { id: string; title: string; verdict: string }[];
  total: number;
}

/** Rules that find the same would stand beside what detectors found. */
let turnOn: Awaited<ReturnType<typeof turnRulesOff>>;

test.beforeAll(async ({ request }) => {
  turnOn = await turnRulesOff(request);
  const reads = SWEEPERS.flatMap(({ user, hour, secrets }) =>
    Array.from({ length: secrets }, (_, secret) => auditLine(user, hour, secret)),
  );
  const usual = Array.from({ length: 40 }, (_, minute) => auditLine('controller', 8, minute % 3, minute));
  await upload(request, 'findings-audit.log', [...reads, ...usual].join('\n'));
  const total = async () =>
    ((await (await request.get('/api/findings?contains=sweeper&detector=secret-sweep')).json()) as Found).total;
  await expect.poll(total, { timeout: 45_000 }).toBe(SWEEPERS.length);
});

/** Whatever a test judged is open again for the next. */
test.afterEach(async ({ request }) => {
  const all = await request.get('/api/findings?contains=sweeper&verdict=open,benign,suspicious,evidence');
  for (const { id } of ((await all.json()) as Found).findings) {
    await request.patch(`/api/findings/${id}`, { data: { verdict: 'open', note: '' } });
  }
});

test.afterAll(async ({ request }) => {
  await turnOn(request);
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const { id, name } of sources) if (name.startsWith('findings-')) await request.delete(`/api/sources/${id}`);
});

test('a finding says why, and shows exactly its events', async ({ page }) => {
  await openFindings(page, OURS);
  await expect(rows(page)).toHaveCount(3);
  const row = rowOf(page, 'sweeper-one');
  await expect(row).toContainText(/20 .*secrets.*expected/);
  await row.getByRole('link', { name: /Show the 20 events/ }).click();
  await expect(page).toHaveURL(/\/explore\/audit\?q=/);
  await expect(count(page)).toContainText('20 events');
  await page.goBack();
  await expect(rows(page)).toHaveCount(3);

  // The keys lead to the same place.
  await rowOf(page, 'sweeper-two').click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('sweeper-two read 17 secrets');
  await expect(panel(page)).toContainText('17 exact, counted when it was found');
  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText('17 events');
});

test('the overview leads to the findings, and the rail says how many wait', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^Findings: \d+ high or critical to judge$/ })).toBeVisible();
  await page
    .getByRole('region', { name: 'Findings' })
    .getByRole('link', { name: /^All \d+$/ })
    .click();
  await expect(page).toHaveURL(/\/findings$/);
});

test('verdicts are given with keys, at once, and taken back in turn', async ({ page }) => {
  await openFindings(page, OURS);
  await page.keyboard.press('j');
  const heading = panel(page).getByRole('heading', { level: 2 });
  const [first, second] = [await titleAt(page, 0), await titleAt(page, 1)];
  await expect(heading).toHaveText(first);
  await page.keyboard.press('b');
  await expect(rows(page)).toHaveCount(2);
  await expect(heading).toHaveText(second);
  await expect(page.getByText('1 benign hidden')).toBeVisible();
  const kept = page.waitForResponse((response) => response.request().postData()?.includes('evidence') === true);
  await page.keyboard.press('e');
  await expect(rows(page).first()).toContainText('evidence');
  await kept;
  await expect(page.getByRole('button', { name: 'evidence 1' })).toBeVisible();

  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('evidence');
  await page.getByRole('button', { name: 'Show the 1 hidden finding' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(page).toHaveURL(/verdict=/);
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);

  await page.keyboard.press('j');
  await page.keyboard.press('b');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText(/Taken back/)).toBeVisible();
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Undo u' }).click();
  await expect(rows(page)).toHaveCount(2);
});

test('filters are in the address, and say how to take them back', async ({ page }) => {
  await openFindings(page, OURS);
  await page.getByRole('combobox', { name: 'Level' }).selectOption({ label: 'only critical' });
  await expect(page.getByText('No finding passes these filters')).toBeVisible();
  await expect(page).toHaveURL(/level=critical/);
  await page.goBack();
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('/');
  await page.keyboard.press('End');
  await page.keyboard.type('-two');
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/sweeper-two/);
  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Search findings' })).toHaveValue('sweeper-two');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Node' }).click();
  await page.getByRole('button', { name: 'Take back the filters' }).click();
  await expect(page).not.toHaveURL(/contains|type/);
  await page.getByRole('searchbox', { name: 'Search findings' }).fill('sweeper');
  await expect(rowOf(page, 'sweeper-one')).toBeVisible();
  await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'by whom it is about' });
  await expect(page.getByRole('row').filter({ hasText: /^user sweeper-one/ })).toContainText('1 finding');
});

test('a note is kept by itself, with who said it', async ({ page }) => {
  await openFindings(page, OURS);
  await rowOf(page, 'sweeper-two').click();
  await page.keyboard.press('n');
  await page.keyboard.type('The backup of the platform team.');
  await expect(panel(page).getByText('kept', { exact: true })).toBeVisible();
  await expect(panel(page).getByRole('list', { name: 'History' })).toContainText('The backup of the platform team.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(panel(page).getByRole('list', { name: 'History' }).getByRole('listitem').first()).toContainText(
    'suspicious',
  );
  await page.reload();
  await expect(panel(page).getByRole('textbox', { name: 'Note' })).toHaveValue('The backup of the platform team.');
});

test('hostile names stay text', async ({ page }) => {
  await openFindings(page, OURS);
  await rowOf(page, 'onerror').click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText(
    '<img src=x onerror="window.__broken=1">⟨U+202E⟩',
  );
  await expect(panel(page).getByRole('link', { name: /sweeper-<img/ })).toBeVisible();
  expect(await page.evaluate(() => '__broken' in window)).toBe(false);
});

test('findings are marked on their lane, judged there, and hidden', async ({ page }) => {
  await page.goto(`/explore?${RANGE}`);
  await expect(count(page)).toBeVisible({ timeout: 30_000 });
  const marks = page.getByRole('group', { name: /^Findings in Audit/ }).getByRole('button');
  await expect(marks).toHaveCount(3);
  await marks.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: /sweeper-two read 17 secrets/ });
  await card.getByRole('button', { name: 'benign' }).click();
  await expect(marks).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo u' }).click();
  await expect(marks).toHaveCount(3);
  await marks.nth(1).click();
  await card.getByRole('link', { name: 'Show its 17 events' }).click();
  await expect(count(page)).toContainText('17 events');

  const toggle = page.getByRole('button', { name: /finding in this time/ });
  await toggle.click();
  await expect(marks).toHaveCount(0);
  await expect(page).toHaveURL(/marks=false/);
  await toggle.click();
  await expect(marks).toHaveCount(1);
});

async function openFindings(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(rows(page).first()).toBeVisible({ timeout: 30_000 });
}

function rows(page: Page): Locator {
  return page.getByRole('grid', { name: 'Findings' }).locator('[role=row][aria-selected]');
}

function rowOf(page: Page, text: string): Locator {
  return rows(page).filter({ hasText: text });
}

function panel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Open finding' });
}

async function titleAt(page: Page, place: number): Promise<string> {
  return (await rows(page).nth(place).getByRole('gridcell').nth(1).locator('.font-medium').innerText()).trim();
}

function auditLine(user: string, hour: number, secret: number, minute = secret % 20): string {
  const time = `${DAY}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000000Z`;
  return JSON.stringify({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Metadata',
    auditID: `findings-${hour}-${minute}-${secret}`,
    stage: 'ResponseComplete',
    requestURI: `/api/v1/namespaces/shop/secrets/secret-${secret}`,
    verb: 'get',
    user: { username: user, groups: ['system:authenticated'] },
    sourceIPs: ['10.0.0.1'],
    objectRef: { resource: 'secrets', namespace: 'shop', name: `secret-${secret}`, apiVersion: 'v1' },
    responseStatus: { code: 200 },
    requestReceivedTimestamp: time,
    stageTimestamp: time,
  });
}

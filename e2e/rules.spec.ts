import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test';
import { execRule, podRequest } from './exec-rule';
import { count, upload } from './explorer';
import { storedZip } from './stored-zip';

const DAY = '2033-05-06';
/** In the titles of all rules of this file, so that it finds and deletes its own. */
const MARK = 'e2e-wren';
const BIRDS = ['wren', 'robin'];
const HOSTILE = `<img src=x onerror="window.__broken=1">\u202e ${MARK}`;

test.beforeAll(async ({ request }) => {
  const calls = [
    ...Array.from({ length: 4 }, (_, minute) => podRequest('wren', 'exec', DAY, minute)),
    ...Array.from({ length: 2 }, (_, minute) => podRequest('robin', 'exec', DAY, minute + 10)),
    ...Array.from({ length: 9 }, (_, minute) => podRequest('wren', 'log', DAY, minute + 20)),
  ];
  await upload(request, 'rules-audit.log', calls.join('\n'));
});

test.afterEach(async ({ request }) => {
  for (const { id } of await ours(request)) await request.delete(`/api/rules/${id}`);
});

test.afterAll(async ({ request }) => {
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const { id, name } of sources) if (name.startsWith('rules-')) await request.delete(`/api/sources/${id}`);
});

test('a rule is pasted, tried, turned on, leaves out, and is deleted', async ({ page }) => {
  await page.goto('/findings/rules');
  await page.getByRole('button', { name: /Add rules/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Add rules' });
  await dialog.getByRole('textbox', { name: 'Rules as YAML' }).fill(execRule(`Exec ${MARK}`, BIRDS));
  await expect(dialog.getByLabel(`Query of Exec ${MARK}`)).toContainText('exec');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const report = page.getByRole('dialog', { name: 'What became of them' });
  await expect(report).toContainText('1 rule read, none refused');
  await report.getByRole('button', { name: 'Show them in the list' }).click();
  await expect(page).toHaveURL(/since=/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).getByRole('switch')).toHaveAttribute('aria-checked', 'false');

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Exec ${MARK}` })).toBeVisible();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByRole('status', { name: 'What the trial found' })).toContainText('6 events, exact; 2 findings');
  const subjects = page.getByRole('table', { name: 'Whom findings would be about' });
  await expect(subjects.getByRole('row').filter({ hasText: 'wren' })).toContainText('4 events');
  await subjects.getByRole('row').filter({ hasText: 'robin' }).getByRole('link').click();
  await expect(count(page)).toContainText('2 events');
  await page.goBack();

  await page.getByRole('button', { name: 'Turn on and look back' }).click();
  await expect(page.getByRole('button', { name: 'Turn off' })).toBeVisible();

  // As a finding offers it.
  await page.goto(`${new URL(page.url()).pathname}?exclude=user:robin`);
  await expect(page.getByText('Not saved yet')).toBeVisible();
  const exclusions = page.getByRole('region', { name: 'Leave out' });
  await expect(exclusions).toContainText('2 events that the rule finds');
  await exclusions.getByRole('button', { name: 'Leave them out' }).click();
  await expect(page.getByText('Not saved yet')).toBeHidden();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByRole('status', { name: 'What the trial found' })).toContainText('4 events, exact; 1 finding');

  await page.getByRole('button', { name: 'Delete this rule' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page).toHaveURL(/\/findings\/rules$/);
  await page.getByRole('searchbox', { name: 'Search rules' }).fill(MARK);
  await expect(page.getByText(/No rule passes these filters|There are no rules yet/)).toBeVisible();
});

test('a zip says of each rule what became of it, and why one is refused', async ({ page }) => {
  const windows = execRule(`Windows ${MARK}`, BIRDS).replace(
    /product: .*\n.*service: .*/,
    'product: windows\n  service: sysmon',
  );
  const zip = storedZip({
    'rules/one.yml': execRule(`One ${MARK}`, BIRDS),
    'rules/two.yml': execRule(`Two ${MARK}`, BIRDS),
    'rules/windows.yml': windows,
  });
  await page.goto('/findings/rules');
  await page.getByRole('button', { name: /Add rules/ }).click();
  await page
    .getByLabel('Files of rules')
    .setInputFiles({ name: 'wrens.zip', mimeType: 'application/zip', buffer: zip });
  const report = page.getByRole('dialog', { name: 'What became of them' });
  await expect(report).toContainText('3 rules read, 1 refused');
  await expect(report.getByRole('list', { name: 'added' }).getByRole('link')).toHaveCount(2);
  const refused = report.getByRole('list', { name: /^Refused/ });
  await expect(refused).toContainText(`Windows ${MARK}`);
  await expect(refused).toContainText(/windows/);
  await report.getByRole('button', { name: 'Show them in the list' }).click();
  await expect(rows(page)).toHaveCount(3);

  const row = rows(page).filter({ hasText: `Windows ${MARK}` });
  await expect(row).toContainText('refused');
  await expect(row.getByRole('switch')).toBeDisabled();
  await page.getByRole('button', { name: 'Turn on the 2 rules that are shown' }).click();
  await expect(rows(page).getByRole('switch', { checked: true })).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Search rules' }).fill(`one ${MARK}`);
  await expect(rows(page)).toHaveCount(1);
  await rows(page).getByRole('switch', { checked: true }).click();
  await expect(rows(page).getByRole('switch', { checked: false })).toBeVisible();
});

test('hostile titles and references stay text', async ({ page, request }) => {
  const rule = execRule(HOSTILE, BIRDS).replace('level:', 'references:\n  - "javascript:alert(1)"\nlevel:');
  await request.post('/api/rules?name=hostile.yml', { data: Buffer.from(rule) });
  await page.goto(`/findings/rules?contains=${MARK}`);
  await rows(page)
    .getByRole('link', { name: /<img src=x onerror="window.__broken=1">⟨U\+202E⟩/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    '<img src=x onerror="window.__broken=1">⟨U+202E⟩',
  );
  const references = page.getByRole('region', { name: 'References' });
  await expect(references).toContainText('javascript:alert(1)');
  await expect(references.getByRole('link')).toHaveCount(0);
  expect(await page.evaluate(() => '__broken' in window)).toBe(false);
});

test('the filter of findings names the rules that found something, and asks for no list of all', async ({
  page,
  request,
}) => {
  const sent = await request.post('/api/rules?name=filter.yml', {
    data: Buffer.from(execRule(`Filter ${MARK}`, BIRDS)),
  });
  const id = ((await sent.json()) as { rules: { id: string }[] }).rules[0]?.id;
  await request.patch(`/api/rules/${id}`, { data: { on: true } });
  const found = async () =>
    ((await (await request.get(`/api/findings?detector=rule:${id}`)).json()) as { total: number }).total;
  await expect.poll(found, { timeout: 30_000 }).toBe(2);
  const asked: string[] = [];
  page.on('request', (each) => asked.push(new URL(each.url()).pathname));
  await page.goto('/findings');
  await page.getByRole('combobox', { name: 'Detector' }).selectOption(`Filter ${MARK}`);
  await expect(page).toHaveURL(new RegExp(`detector=rule(:|%3A)${id}`));
  await expect(page.getByRole('link', { name: /Show the 4 events/ })).toBeVisible();
  expect(asked).toContain('/api/detectors');
  expect(asked).not.toContain('/api/rules');
});

function rows(page: Page): Locator {
  return page.getByRole('grid', { name: 'Rules' }).getByRole('row');
}

async function ours(request: APIRequestContext): Promise<{ id: string }[]> {
  const answer = await request.get(`/api/rules?origin=own&contains=${MARK}`);
  return ((await answer.json()) as { rules: { id: string }[] }).rules;
}

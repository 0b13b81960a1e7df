import { gzipSync } from 'node:zlib';
import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test';
import { readRulesAnswer, ruleDetail, rulesAnswer } from '@/lib/interface';
import { execRule } from './exec-rule';
import { storedZip } from './stored-zip';

/** In the titles of all rules of this file, so that it finds and deletes its own. */
const MARK = 'e2e-thrush';

test.afterEach(async ({ request }) => {
  for (const id of await ours(request)) await request.delete(`/api/rules/${id}`);
});

test('a checkout that is dropped on the page is added, and every rule says what became of it', async ({
  page,
  request,
}) => {
  await page.goto('/findings/rules');
  await expect(rows(page).first()).toBeVisible();
  const drop = await dropping(page, 'checkout.zip', checkout());
  await page.dispatchEvent('body', 'dragenter', drop);
  await expect(page.getByText('Drop to add these rules')).toBeVisible();
  await page.dispatchEvent('body', 'drop', drop);
  await expect(page.getByText('Drop to add these rules')).toBeHidden();

  const report = reportOf(page);
  await expect(report).toContainText('48 rules read, 18 refused, 2 problems; 2 other files passed over.');
  await expect(problemsIn(report)).toHaveText([/rules\/broken\.yml:2/, /rules\/empty\.yml.*there is no rule in it/]);
  await report.getByText('Added').click();
  await expect(report.getByRole('list', { name: 'added' }).getByRole('link')).toHaveCount(30);
  for (const [reason, title] of [
    ['log source', `Windows 1 ${MARK}`],
    ['modifier: nonsense', `Unknown 2 ${MARK}`],
  ] as const) {
    const group = report.getByRole('group').filter({ hasText: reason });
    await expect(group).toContainText('9 rules');
    await expect(group.getByRole('listitem').filter({ hasText: title })).toContainText(/windows|nonsense/);
  }
  expect(await ours(request)).toHaveLength(48);

  await report.getByRole('button', { name: 'Show them in the list' }).click();
  await expect(page.getByRole('grid', { name: 'Rules' })).toHaveAttribute('aria-rowcount', '48');
  // Nothing of it was taken for logs.
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { name: string }[] };
  expect(sources.map(({ name }) => name)).not.toContain('checkout.zip');
});

test('what is no rule is told in a sentence', async ({ page, request }) => {
  await page.goto('/findings/rules');
  await page.getByRole('button', { name: /Add rules/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Add rules' });
  const choose = (name: string, buffer: Buffer) =>
    dialog.getByLabel('Files of rules').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

  await choose('empty.yml', Buffer.alloc(0));
  await expect(dialog.getByRole('alert')).toContainText('the body is empty');
  await choose('cut.zip', checkout().subarray(0, 2000));
  await expect(dialog.getByRole('alert')).toContainText('the archive cannot be read');

  for (const [name, buffer, said] of [
    ['app.log', Buffer.from('2026-01-01T00:00:00Z info started\n'), /app\.log.*a rule is a map with a title/],
    ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff]), /picture\.png.*not UTF-8/],
    ['large.yml', Buffer.alloc(30 * 1024 ** 2, '# a comment\n'), /large\.yml.*at most 4 MB/],
    ['bomb.yml.gz', gzipSync(Buffer.alloc(64 * 1024 ** 2)), /bomb\.yml.*(at most|more than|too)/],
  ] as const) {
    await choose(name, buffer);
    const report = reportOf(page);
    await expect(problemsIn(report)).toHaveText(said);
    await expect(report).toContainText('0 rules read, none refused, 1 problem');
    await report.getByRole('button', { name: 'Add more' }).click();
  }
  expect(await ours(request)).toEqual([]);
});

test('a look back says how far it is, and is cancelled', async ({ page, request }) => {
  const id = await add(request, `Back ${MARK}`);
  // What is stored here is looked through within a blink: the figures are of a larger store, all else is as it is.
  let looking = true;
  await page.route(`**/api/rules/${id}`, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    const rule = ruleDetail.parse(await response.json());
    const lookBack = { state: 'running', searched: 1_250_000, of: 5_000_000, failure: null };
    return route.fulfill({ response, json: looking && rule.on ? { ...rule, lookBack } : rule });
  });
  await page.goto(`/findings/rules/${id}`);
  await page.getByRole('button', { name: 'Turn on and look back' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1,250,000 of 5,000,000 stored events' })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Looking back' })).toHaveAttribute('aria-valuenow', '25');
  looking = false;
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'DELETE' && response.url().endsWith(`/api/rules/${id}/look-back`),
  );
  await page.getByRole('button', { name: 'Cancel looking back' }).click();
  expect((await answered).status()).toBe(200);
  await expect(page.getByRole('button', { name: 'Look back again' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /was cancelled|has looked through all/ })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Looking back' })).toBeHidden();
});

/** A checkout in small: thirty rules that can be run, eighteen that cannot, and what else lies about. */
function checkout(): Buffer {
  const numbered = (count: number, make: (place: number) => readonly [string, string]) =>
    Array.from({ length: count }, (_, place) => make(place));
  return storedZip({
    ...Object.fromEntries([
      ...numbered(30, (place) => [`rules/exec/${place}.yml`, execRule(`Exec ${place} ${MARK}`, [`thrush-${place}`])]),
      ...numbered(9, (place) => [
        `rules/windows/${place}.yml`,
        execRule(`Windows ${place} ${MARK}`, ['thrush']).replace('kubernetes', 'windows').replace('audit', 'sysmon'),
      ]),
      ...numbered(9, (place) => [
        `rules/unknown/${place}.yml`,
        execRule(`Unknown ${place} ${MARK}`, ['thrush']).replace('user.username:', 'user.username|nonsense:'),
      ]),
    ]),
    'rules/broken.yml': 'title: half\ndetection: [',
    'rules/empty.yml': '# nothing yet\n',
    'README.md': '# Rules\n',
    LICENSE: 'As you like.\n',
  });
}

async function dropping(page: Page, name: string, content: Buffer) {
  const dataTransfer = await page.evaluateHandle(
    ([label, base64]) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], label));
      return data;
    },
    [name, content.toString('base64')] as const,
  );
  return { dataTransfer };
}

function reportOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'What became of them' });
}

function problemsIn(report: Locator): Locator {
  return report.getByRole('list', { name: 'could not be read' }).getByRole('listitem');
}

function rows(page: Page): Locator {
  return page.getByRole('grid', { name: 'Rules' }).getByRole('row');
}

async function ours(request: APIRequestContext): Promise<string[]> {
  const answer = await request.get(`/api/rules?origin=own&contains=${MARK}`);
  return rulesAnswer.parse(await answer.json()).rules.map(({ id }) => id);
}

async function add(request: APIRequestContext, title: string): Promise<string> {
  const sent = await request.post('/api/rules?name=thrush.yml', { data: Buffer.from(execRule(title, ['thrush'])) });
  return readRulesAnswer.parse(await sent.json()).rules[0]?.id ?? '';
}

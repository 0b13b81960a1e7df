import { expect, type Page, test } from '@playwright/test';
import { matrixAnswer } from '@/lib/interface';
import { upload } from './explorer';
import { turnRulesOff } from './rules-off';

const DAY = '2034-05-06';
/** Far from what other tests upload, in time and in name. */
const RANGE = `from=${DAY}T00:00:00Z&to=${DAY}T23:00:00Z`;
const CELL = /^T1552\.007 Container API: 1 finding/;

/** What detectors find is enough, and its number known. */
let turnOn: Awaited<ReturnType<typeof turnRulesOff>>;

test.beforeAll(async ({ request }) => {
  turnOn = await turnRulesOff(request);
  const reads = Array.from({ length: 20 }, (_none, secret) => auditLine(secret));
  await upload(request, 'matrix-audit.log', reads.join('\n'));
  const found = async () => {
    const answer = matrixAnswer.parse(await (await request.get(`/api/matrix?${RANGE}`)).json());
    return answer.tactics.flatMap(({ cells }) => cells).find(({ id }) => id === 'T1552.007')?.findings;
  };
  await expect.poll(found, { timeout: 45_000 }).toBe(1);
});

test.afterAll(async ({ request }) => {
  await turnOn(request);
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const { id, name } of sources) if (name.startsWith('matrix-')) await request.delete(`/api/sources/${id}`);
});

test('a cell leads to its findings, and the filter can be taken away there', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: CELL }).click();
  await expect(page).toHaveURL(/cell=T1552\.007/);
  const panel = page.getByRole('complementary', { name: 'T1552.007 Container API' });
  await expect(panel.getByRole('region', { name: 'What looks for it' })).toContainText('Detector');
  await panel.getByRole('link', { name: 'Show 1 finding' }).click();
  await expect(page).toHaveURL(/technique=T1552\.007/);
  await expect(page.getByText('matrix-user').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show findings of all techniques, not only of T1552.007' }).click();
  await expect(page).not.toHaveURL(/technique=/);
});

test('arrows move within the grid, enter opens, escape closes', async ({ page }) => {
  await open(page);
  const cells = page.locator('[data-place]');
  await page.locator('[data-place="0-0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-place="1-1"]')).toBeFocused();
  await expect(cells.and(page.locator('[tabindex="0"]'))).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(page.locator('[data-place="1-1"]')).toBeFocused();
});

test('states can be made to stand out, sub-techniques folded, and the other matrix shown', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('status').filter({ hasText: 'of 48 techniques could not be seen' })).toBeVisible();
  const unseen = page.getByRole('group', { name: 'States' }).getByRole('button', { name: /no log shows it/i });
  await unseen.click();
  await expect(unseen).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('checkbox', { name: 'Sub-techniques' }).uncheck();
  await expect(page.getByRole('button', { name: CELL })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Matrix' }).selectOption('microsoft');
  await expect(page.getByRole('columnheader', { name: /Collection/ })).toBeVisible();
  await expect(page.getByText('CC BY 4.0')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /^MS-TA9037 .*no log shows it/ })).toBeVisible();
});

test('the layer for the Navigator is a file', async ({ request }) => {
  const answer = await request.get(`/api/matrix/layer?${RANGE}`);
  expect(answer.headers()['content-disposition']).toContain('trackway-layer.json');
  expect(await answer.json()).toMatchObject({ domain: 'enterprise-attack', versions: { attack: '18', layer: '4.5' } });
});

async function open(page: Page): Promise<void> {
  await page.goto(`/findings/matrix?${RANGE}`);
  await expect(page.getByRole('button', { name: CELL })).toBeVisible();
}

function auditLine(secret: number): string {
  return JSON.stringify({
    ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level: 'Metadata', auditID: `matrix-${secret}` },
    ...{ stage: 'ResponseComplete', requestURI: `/api/v1/namespaces/shop/secrets/matrix-${secret}`, verb: 'get' },
    ...{ user: { username: 'matrix-user' }, sourceIPs: ['192.0.2.9'], responseStatus: { code: 200 } },
    objectRef: { resource: 'secrets', namespace: 'shop', name: `matrix-${secret}` },
    stageTimestamp: `${DAY}T09:00:${String(secret).padStart(2, '0')}Z`,
  });
}

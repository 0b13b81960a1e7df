import { expect, type Page, test } from '@playwright/test';
import { libraryAnswer } from '@/lib/interface';
import { upload } from './explorer';

const DAY = '2033-05-06';
/** Found in nothing else that tests upload. */
const POD = 'library-pod';

test.beforeAll(async ({ request }) => {
  const command = `/api/v1/namespaces/shop/pods/${POD}/exec?command=nsenter&command=-t&command=1`;
  const line = {
    ...{
      kind: 'Event',
      apiVersion: 'audit.k8s.io/v1',
      level: 'Metadata',
      auditID: 'library-1',
      stage: 'ResponseComplete',
    },
    ...{ requestURI: command, verb: 'get', user: { username: 'library-user' }, sourceIPs: ['192.0.2.7'] },
    objectRef: { resource: 'pods', subresource: 'exec', namespace: 'shop', name: POD },
    ...{ responseStatus: { code: 101 }, stageTimestamp: `${DAY}T07:08:09Z` },
  };
  await upload(request, 'library-audit.log', JSON.stringify(line));
});

test.afterAll(async ({ request }) => {
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const { id, name } of sources) if (name.startsWith('library-')) await request.delete(`/api/sources/${id}`);
});

test('a hunt is found, read, and its steps lead to their answers', async ({ page }) => {
  await page.goto('/hunts/library');
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('exec.command nsenter');
  const row = page.getByRole('listitem').filter({ hasText: 'Commands run in pods' });
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Commands run in pods' }).click();
  const panel = page.getByRole('complementary', { name: 'Commands run in pods' });
  await expect(panel).toContainText('What is harmless');
  await expect(page).toHaveURL(/hunt=commands-in-pods/);
  const step = panel.getByRole('listitem').filter({ hasText: 'Commands that steal, call out or leave the container' });
  await expect(step).toContainText(/: [1-9]\d* rows?/);
  await step.getByRole('link', { name: 'Open in the explorer' }).click();
  await expect(page).toHaveURL(/\/explore\/audit\?q=/);
  await expect(page.getByText(POD).first()).toBeVisible();
  await page.goBack();
  await expect(panel).toBeVisible();
  await page.getByRole('heading', { name: 'Library' }).click();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('what the data cannot answer says why, and the page says what to do when there is nothing', async ({ page }) => {
  await withLibrary(page, (hunt) => ({
    ...hunt,
    canRun: false,
    missing: ['There are no network logs.'],
    steps: hunt.steps.map((step) => ({ ...step, canRun: false, missing: ['There are no network logs.'] })),
  }));
  await page.goto('/hunts/library?hunt=scans');
  const row = page.getByRole('listitem').filter({ hasText: 'Ports and hosts tried out' });
  await expect(row).toContainText('cannot run');
  await expect(row).toContainText('There are no network logs.');
  await expect(page.getByRole('complementary')).toContainText('There are no network logs.');
  await page.getByRole('checkbox', { name: 'only what can run' }).check();
  await expect(page.getByText('No hunt passes these filters')).toBeVisible();
  await page.getByRole('button', { name: 'Take back the filters' }).click();
  await expect(row).toBeVisible();
});

type Hunt = ReturnType<typeof libraryAnswer.parse>['hunts'][number];

/** Answers as a Trackway with other data would. */
async function withLibrary(page: Page, change: (hunt: Hunt) => Hunt): Promise<void> {
  await page.route('**/api/library', async (route) => {
    const { hunts } = libraryAnswer.parse(await (await route.fetch()).json());
    await route.fulfill({ json: { hunts: hunts.map(change) } });
  });
}

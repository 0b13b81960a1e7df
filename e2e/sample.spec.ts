import { expect, test } from '@playwright/test';
import { overviewAnswer, SAMPLE_SOURCE_ID, sampleAnswer, timelineAnswer } from '@/lib/interface';
import { count, open } from './explorer';

const MADE_AND_READ_MS = 240_000;
const LANES = ['Application', 'Node', 'Control plane', 'Audit', 'Network'];

// The other tests count what is there.
test.afterAll(async ({ request }) => {
  await request.delete(`/api/sources/${SAMPLE_SOURCE_ID}`);
});

test('the sample is one click away from the welcome page, is there once, and its answers are right', async ({
  page,
  request,
}) => {
  test.setTimeout(MADE_AND_READ_MS * 2);
  await page.route('**/api/overview', async (route) => {
    const answer = overviewAnswer.parse(await (await route.fetch()).json());
    await route.fulfill({ json: { ...answer, events: 0 } });
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'Load the sample incident' }).click();
  await expect(page.getByRole('heading', { name: 'Sample incident' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Begin with Sunday' })).toBeVisible({ timeout: MADE_AND_READ_MS });

  const again = await request.post('/api/sample');
  expect(await again.json()).toMatchObject({ id: SAMPLE_SOURCE_ID, state: 'ready' });
  await page.goto('/sources');
  await expect(page.getByRole('row', { name: /^Sample incident/ })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Load the sample incident' })).toHaveCount(0);

  await page.getByRole('rowheader', { name: 'Sample incident' }).getByRole('link').click();
  await page.getByRole('button', { name: 'Show the answers' }).click();
  const { steps } = sampleAnswer.parse(await (await request.get('/api/sample')).json());
  const list = page.getByRole('list', { name: 'Steps of the attack' });
  await expect(list.locator('> li')).toHaveCount(steps.length);
  // The rest is held to the database by `lib/ingest/sample.db.test.ts`.
  const [{ from, to, evidence } = { from: '', to: '', evidence: [] }] = steps;
  for (const { query, count: expected } of evidence) {
    const parameters = { q: query, from, to, source: SAMPLE_SOURCE_ID };
    const found = await request.get('/api/count', { params: parameters });
    expect(await found.json(), query).toMatchObject({ count: expected });
  }

  await open(page, `/explore?source=${SAMPLE_SOURCE_ID}`);
  await expect(count(page)).toContainText('events');
  const lanes = page.getByRole('region', { name: /^Trackway/ });
  for (const lane of LANES) await expect(lanes.getByRole('link', { name: lane, exact: true })).toBeVisible();
  const timeline = await request.get('/api/timeline', { params: { source: SAMPLE_SOURCE_ID, by: 'type', buckets: 7 } });
  const { buckets } = timelineAnswer.parse(await timeline.json());
  for (const { time, by } of buckets)
    expect(
      Object.values(by ?? {}).filter((events) => events > 0),
      time,
    ).toHaveLength(5);
});

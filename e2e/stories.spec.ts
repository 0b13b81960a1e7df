import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { huntAnswer, SAMPLE_SOURCE_ID, sourceAnswer, storiesAnswer, storyDetail } from '@/lib/interface';

const MADE_AND_READ_MS = 240_000;
/** Only the sample has it. */
const RANGE = 'from=2025-06-08T00:00:00Z&to=2025-06-09T00:00:00Z';
const LIST = `/findings/stories?${RANGE}`;

test.beforeAll(async ({ browser, request }) => {
  test.setTimeout(MADE_AND_READ_MS * 2);
  const page = await browser.newPage();
  await page.goto('/sources');
  await page.getByRole('button', { name: 'Load the sample incident' }).click();
  await expect.poll(() => stateOfSample(request), { timeout: MADE_AND_READ_MS, intervals: [2000] }).toBe('ready');
  await page.close();
  await expect
    .poll(() => findingsOfWhole(request), { timeout: MADE_AND_READ_MS, intervals: [2000] })
    .toBeGreaterThan(20);
});

// The other tests count what is there.
test.afterAll(async ({ request }) => {
  await request.delete(`/api/sources/${SAMPLE_SOURCE_ID}`);
});

test('the sample incident reads as one story: what, in which order, tied by whom', async ({ page, request }) => {
  const story = await worst(request);
  await page.goto(LIST);
  const first = page.getByRole('list', { name: 'Stories' }).getByRole('listitem').first();
  await expect(first).toContainText('critical');
  await expect(first.getByRole('list', { name: 'Tactics' })).toContainText('Discovery');
  await first.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/findings/stories/${story?.id}`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(story?.title ?? '');
  await expect(steps(page)).toHaveCount(story?.findings ?? 0);
  await expect(page.getByRole('figure', { name: 'The story on its lanes' })).toBeVisible();

  // The overview leads to the same.
  await page.goto('/');
  await page
    .getByRole('region', { name: 'Stories' })
    .getByText(story?.title ?? '')
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(story?.title ?? '');
});

test('the keys go through the list and the steps, judge, and lead to events', async ({ page, request }) => {
  await page.goto(LIST);
  await page.getByRole('list', { name: 'Stories' }).getByRole('link').first().waitFor();
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/story=/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/findings\/stories\/[\w-]+$/);
  await steps(page).first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = steps(page).nth(1);
  await expect(second).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('e');
  await expect(second.getByRole('button', { name: 'evidence', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(/, 1 judged/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(second.getByRole('button', { name: 'open', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(/, 0 judged/)).toBeVisible();

  // The step that is open is in the address, and its events are a key away.
  const story = await detail(request);
  const events = story.steps[1]?.finding.events ?? 0;
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/explore\//);
  await expect(page.getByRole('status').filter({ hasText: /events? ·/ })).toContainText(`${events} event`);
  await page.goBack();
  await expect(second).toHaveAttribute('aria-current', 'step');
  // The first leaves the step, the second the story.
  await page.keyboard.press('Escape');
  await expect(second).not.toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/findings\/stories$/);
});

test('a key that leaves is heard before the address is written that the key before it changed', async ({
  page,
  request,
}) => {
  const { id } = await detail(request);
  await page.goto(`/findings/stories/${id}`);
  await steps(page).first().waitFor();
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/\?step=/);
  // The second comes as soon as a person can see what the first did.
  await page.evaluate(() => {
    const press = () =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    const observer = new MutationObserver(() => {
      if (document.querySelector('[aria-current="step"]') !== null) return;
      observer.disconnect();
      press();
    });
    observer.observe(document.body, { subtree: true, attributes: true, childList: true });
    press();
  });
  await expect(page).toHaveURL(/\/findings\/stories$/);
});

test('a hunt is made of it, with each of its findings', async ({ page, request }) => {
  const story = await detail(request);
  await page.goto(`/findings/stories/${story.id}`);
  await page.getByRole('button', { name: 'Make a hunt of it' }).click();
  await expect(page).toHaveURL(/\/hunts\/[\w-]+$/);
  const slug = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const hunt = huntAnswer.parse(await (await request.get(`/api/hunts/${slug}`)).json());
  const held = hunt.steps.flatMap((step) => (step.kind === 'findings' ? step.findings.map(({ id }) => id) : []));
  expect(held).toEqual(story.steps.map(({ finding }) => finding.id));
  await request.delete(`/api/hunts/${slug}`);
});

test('filters are in the address, and say how to take them back; an id of nothing says so', async ({ page }) => {
  await page.goto(LIST);
  await page.getByRole('list', { name: 'Stories' }).getByRole('link').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('nobody is called so');
  await expect(page.getByText('No story passes these filters')).toBeVisible();
  await expect(page).toHaveURL(/contains=nobody/);
  await page.getByRole('button', { name: 'Take back the filters' }).click();
  await expect(page.getByRole('list', { name: 'Stories' }).getByRole('listitem').first()).toBeVisible();
  await page.goto('/findings/stories/nothing');
  await expect(page.getByText('The story cannot be shown')).toBeVisible();
});

function steps(page: Page) {
  return page.getByRole('list', { name: 'Steps' }).locator('> li');
}

async function told(request: APIRequestContext) {
  return storiesAnswer.parse(await (await request.get(`/api/stories?${RANGE}`)).json());
}

async function worst(request: APIRequestContext) {
  return (await told(request)).stories[0];
}

/** How many findings the worst story has; none while rules and detectors still look, as it changes then. */
async function findingsOfWhole(request: APIRequestContext): Promise<number> {
  const { stories, behind } = await told(request);
  return behind ? 0 : (stories[0]?.findings ?? 0);
}

async function detail(request: APIRequestContext) {
  return storyDetail.parse(await (await request.get(`/api/stories/${(await worst(request))?.id}`)).json());
}

async function stateOfSample(request: APIRequestContext): Promise<string> {
  const answer = await request.get(`/api/sources/${SAMPLE_SOURCE_ID}?files=0`);
  return answer.ok() ? sourceAnswer.parse(await answer.json()).state : 'not there';
}

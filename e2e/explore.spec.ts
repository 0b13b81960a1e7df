import { expect, test } from '@playwright/test';
import { count, open, upload } from './explorer';

const DAY = '2031-04-05';

/** A source of three types, small enough to know every number. Its day lies far from what other tests upload. */
const AUDIT = Array.from({ length: 30 }, (_, index) => auditLine(index)).join('\n');
const KUBELET = Array.from({ length: 10 }, (_, index) => kubeletLine(index)).join('\n');
const HOSTILE = [
  `${DAY}T10:20:00Z error <img src=x onerror="window.__broken=1"> \u001b[31mred\u001b[0m`,
  `${DAY}T10:20:01Z info fine \u202etxt.exe`,
].join('\n');

const RANGE = `from=${DAY}T00:00:00Z&to=${DAY}T23:00:00Z`;
let auditSource = '';

test.beforeAll(async ({ request }) => {
  auditSource = await upload(request, 'explore-audit.log', AUDIT);
  await upload(request, 'kubelet.log', KUBELET);
  await upload(request, 'explore-hostile.log', HOSTILE);
});

test.afterAll(async ({ request }) => {
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const source of sources) {
    if (/^(explore-|kubelet\.log)/.test(source.name)) await request.delete(`/api/sources/${source.id}`);
  }
});

test('a lane leads to the page of its type, and the back button returns', async ({ page }) => {
  await open(page, `/explore?${RANGE}`);
  await page.getByRole('link', { name: 'Audit', exact: true }).click();
  await expect(page).toHaveURL(/\/explore\/audit\?/);
  await expect(page).toHaveTitle('Audit · Explore · Trackway');
  await expect(count(page)).toContainText('30 events');
  await expect(page.getByRole('columnheader', { name: /Verb/ })).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/audit/);
  await expect(page.getByRole('columnheader', { name: /Message/ })).toBeVisible();
});

test('a facet value includes, a pill turns it into its opposite, and every number follows', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  await page.getByRole('button', { name: 'Include verb delete, 10 events' }).click();
  await expect(count(page)).toContainText('10 events');
  await expect(page).toHaveURL(/q=verb/);
  const filters = page.getByRole('list', { name: 'Filters' });
  await filters.getByRole('button', { name: 'verb delete', exact: true }).click();
  await expect(count(page)).toContainText('20 events');
  await filters.getByRole('button', { name: 'Remove the filter on verb' }).click();
  await expect(count(page)).toContainText('30 events');
  await page.goBack();
  await expect(count(page)).toContainText('20 events');
});

test('a query is typed, a faulty one is explained and does not run', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  await page.keyboard.press('/');
  await page.keyboard.type('verb:(delete');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(count(page)).toContainText('30 events');
  await page.keyboard.type(')');
  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText('10 events');
});

test('a query with steps is answered by a table, whose rows lead to their events', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  await page.keyboard.press('/');
  await page.keyboard.type('resource:pods | count by user, verb');
  await page.keyboard.press('Enter');
  const answer = page.getByRole('grid', { name: 'Answer' });
  await expect(answer.getByRole('columnheader')).toHaveText(['user', 'verb', 'count']);
  await expect(answer.getByRole('row').nth(1).getByRole('gridcell')).toHaveText(['ada', 'create', '5']);
  await expect(page.getByText('4 rows · exact')).toBeVisible();
  // Lanes, count and facets are those of the filter.
  await expect(count(page)).toContainText('20 events');
  await expect(page.getByRole('button', { name: 'Include verb delete, 10 events' })).toBeVisible();
  await answer.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();
  await expect(count(page)).toContainText('5 events');
  await expect(page.getByRole('textbox', { name: 'Query' })).toHaveText('resource:pods user:ada verb:create');
  await page.goBack();
  await expect(answer).toBeVisible();
});

test('a step that is none is explained where it stands, and the view stays', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  await page.keyboard.press('/');
  await page.keyboard.type('* | cuont by user');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('did you mean count');
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();
});

test('what is typed before the editor is there is not lost', async ({ page }) => {
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (body.includes('cm-editor')) await new Promise((resolve) => setTimeout(resolve, 2000));
    await route.fulfill({ response, body });
  });
  await open(page, `/explore/audit?${RANGE}`);
  await page.keyboard.press('/');
  await page.keyboard.type('verb:del');
  await expect(page.getByRole('textbox', { name: 'Query' }).and(page.locator('[contenteditable]'))).toBeFocused();
  await page.keyboard.type('ete');
  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText('10 events');
});

test('a faulty query in the address is explained once, and nothing is counted', async ({ page }) => {
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(response.url());
  });
  await page.goto(`/explore/audit?${RANGE}&q=${encodeURIComponent('verb:(delete')}`);
  await expect(page.getByText('The query cannot be read')).toBeVisible();
  await expect(page.getByText('the parenthesis is not closed')).toHaveCount(1);
  await expect(count(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear the query' }).last().click();
  await expect(count(page)).toContainText('30 events');
  expect(refused).toEqual([]);
});

test('bars are chosen with the keys, zoom in, and z zooms out', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  const lanes = page.getByRole('slider', { name: /^Time/ });
  await lanes.focus();
  await lanes.press('Home');
  await expect(lanes).toHaveAttribute('aria-valuetext', /UTC: \d+ events/);
  await lanes.press('Shift+End');
  await lanes.press('Enter');
  await expect(page).not.toHaveURL(new RegExp(`from=${DAY}T00:00:00Z&`));
  const zoomed = page.url();
  await lanes.blur();
  await page.keyboard.press('z');
  await expect(page).not.toHaveURL(zoomed);
});

test('a dragged range becomes the time filter', async ({ page }) => {
  await open(page, `/explore?${RANGE}`);
  const box = await page.getByRole('slider', { name: /^Time/ }).boundingBox();
  if (box === null) throw new Error('the lanes are not drawn');
  await page.mouse.move(box.x + box.width * 0.4, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2031-04-05T(08|09)/);
  await page.goBack();
  await expect(page).toHaveURL(/from=2031-04-05T00/);
});

test('the keys move, open and close an event; its values filter', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}&sort=asc`);
  // The count may be there before the rows are.
  await expect(page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: 'Open event' });
  await expect(drawer.getByRole('heading', { level: 2 })).toContainText('ada listed secrets');
  await expect(drawer).toContainText(`05 Apr 2031 10:00:01.000 UTC`);
  await page.keyboard.press('j');
  await expect(drawer.getByRole('heading', { level: 2 })).toContainText('bob deleted pods');
  await drawer.getByRole('tab', { name: 'Original' }).click();
  await expect(drawer.getByRole('tabpanel')).toContainText('"verb":"delete"');
  await expect(drawer.getByRole('link', { name: /explore-audit\.log:3/ })).toHaveAttribute(
    'href',
    new RegExp(auditSource),
  );
  await drawer.getByRole('tab', { name: 'Context' }).click();
  await expect(drawer.getByRole('tabpanel').getByRole('listitem')).toHaveCount(13);
  await drawer.getByRole('tab', { name: 'Event' }).click();
  await drawer.getByRole('button', { name: 'bob', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Only this value' }).click();
  await expect(page).toHaveURL(/q=user/);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('grid', { name: 'Events' })).toBeFocused();
});

test('columns are sorted, moved and chosen, and the address keeps them', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  const verb = page.getByRole('columnheader', { name: /Verb/ });
  await verb.getByRole('button').click();
  await expect(verb).toHaveAttribute('aria-sort', 'ascending');
  await verb.getByRole('button').press('Shift+ArrowLeft');
  await expect(page).toHaveURL(/cols=time,verb,user/);
  await page.getByRole('button', { name: 'Choose columns' }).click();
  await page.getByRole('textbox', { name: 'Find a column' }).fill('user agent');
  await page.getByRole('button', { name: 'User agent user_agent' }).click();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('columnheader', { name: /User agent/ })).toBeVisible();
});

test('the bars are stacked by a field and say what the colours mean', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  await page.getByRole('button', { name: 'Stack the bars by a field' }).click();
  await page.getByRole('menuitemradio', { name: 'Verb' }).click();
  await expect(page).toHaveURL(/by=verb/);
  await expect(page.getByRole('list', { name: 'Colours of the bars' })).toContainText('delete');
});

test('hostile text is shown, not obeyed', async ({ page }) => {
  await open(page, `/explore?${RANGE}&q=file:explore-hostile.log`);
  const grid = page.getByRole('grid', { name: 'Events' });
  await expect(grid).toContainText('<img src=x onerror="window.__broken=1">');
  await expect(grid).toContainText('⟨U+202E⟩');
  expect(await page.evaluate(() => '__broken' in window)).toBe(false);
});

test('no match says what to do about it', async ({ page }) => {
  await open(page, '/explore/audit?from=1999-01-01T00:00:00Z&to=1999-01-02T00:00:00Z');
  await expect(page.getByText('No audit event matches in this range')).toBeVisible();
  await page.getByRole('button', { name: 'Search all time' }).click();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
});

test('a query that finds nothing says which clause it is, what was meant, and relaxes in one click', async ({
  page,
}) => {
  await open(page, `/explore/audit?${RANGE}&q=${encodeURIComponent('user:bob verb:deleet')}`);
  const clauses = page.getByRole('table', { name: 'Clauses of the query' });
  await expect(clauses.getByRole('row', { name: /user:bob 15 0/ })).toBeVisible();
  await expect(clauses.getByRole('row', { name: /verb:deleet.*leaves nothing.* 0 15/ })).toBeVisible();
  await clauses.getByRole('button', { name: 'delete 10' }).click();
  await expect(count(page)).toContainText('5 events');
  await page.goBack();
  await clauses.getByRole('button', { name: 'Drop verb:deleet' }).click();
  await expect(count(page)).toContainText('15 events');
});

test('nothing in a range leads to where the same query finds something', async ({ page }) => {
  await open(page, `/explore/audit?from=${DAY}T11:00:00Z&to=${DAY}T12:00:00Z&q=verb:delete&source=${auditSource}`);
  await expect(page.getByRole('list', { name: 'Elsewhere' })).toContainText('10 events match before this range');
  await page.getByRole('button', { name: 'Go to the last before' }).click();
  await expect(count(page)).toContainText('10 events');
});

test('values are offered with their counts under the rest of the query', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  await page.keyboard.press('/');
  await page.keyboard.type('user:bob verb:de');
  await expect(page.getByRole('option', { name: /^delete\s*5$/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Query' })).toHaveText('user:bob verb:delete');
  await expect(count(page)).toContainText('5 events');
});

test('a query of another language is offered in ours, converted when pasted, and brought back', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  const bar = page.getByRole('textbox', { name: 'Query' });
  await bar.click();
  await page.keyboard.insertText('{namespace="shop"} |= "bob" | json | verb="delete"');
  await expect(page.getByRole('status').filter({ hasText: 'Reads like LogQL' })).toBeVisible();
  await page.getByRole('button', { name: 'Use it' }).click();
  await expect(bar).toHaveText('namespace:shop and bob and verb:delete');
  await page.keyboard.press('Enter');
  await expect(count(page)).toContainText('5 events');
  await page.getByRole('button', { name: 'Clear the query' }).click();
  await bar.click();
  await bar.evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', '@http.status_code:>=200\n-verb:get');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(bar).toHaveText('status>=200 and not verb:get');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(bar).toHaveText('@http.status_code:>=200 -verb:get');
});

test('what another language can say and we cannot is explained', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  await page.getByRole('textbox', { name: 'Query' }).click();
  await page.keyboard.insertText('user:alcie~1 and verb:get');
  await expect(page.getByRole('status').filter({ hasText: 'Reads like Lucene' })).toContainText('alike');
});

test('an example of the help runs as it stands', async ({ page }) => {
  await open(page, `/explore/audit?${RANGE}`);
  await page.getByRole('button', { name: 'How to ask' }).click();
  await page
    .getByRole('list', { name: 'Examples' })
    .getByRole('button', { name: /^resource:secrets/ })
    .click();
  await expect(count(page)).toContainText('10 events');
});

test('the lanes stay where nothing matches', async ({ page }) => {
  await open(page, '/explore?q=no-such-word-anywhere');
  await expect(page.getByText('No event matches')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Control plane' })).toBeVisible();
});

test('times are local on request, and always say so', async ({ page }) => {
  await open(page, `/explore?${RANGE}`);
  await expect(page.getByRole('columnheader', { name: /Time/ })).toContainText('UTC');
  await page.getByRole('button', { name: /show local time/ }).click();
  await expect(page).toHaveURL(/zone=local/);
  await expect(page.getByRole('columnheader', { name: /Time/ })).toContainText('UTC+0');
});

test('the keyboard map opens with ?, and keys are silent while a person types', async ({ page }) => {
  await open(page, `/explore?${RANGE}`);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('j?z');
  await expect(page.getByRole('textbox', { name: 'Query' })).toHaveText('j?z');
  await expect(page.getByRole('dialog')).toBeHidden();
});

function auditLine(index: number): string {
  const verb = ['create', 'list', 'delete'][index % 3] ?? '';
  const time = `${DAY}T10:00:${String(index).padStart(2, '0')}.000000Z`;
  return JSON.stringify({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Metadata',
    auditID: `00000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
    stage: 'ResponseComplete',
    requestURI: '/api/v1/namespaces/shop/pods',
    verb,
    user: { username: index % 2 === 0 ? 'bob' : 'ada' },
    sourceIPs: ['203.0.113.9'],
    userAgent: 'kubectl/v1.31.0',
    objectRef: { resource: verb === 'list' ? 'secrets' : 'pods', namespace: 'shop', name: 'web', apiVersion: 'v1' },
    responseStatus: { code: 200 },
    requestReceivedTimestamp: time,
    stageTimestamp: time,
  });
}

function kubeletLine(index: number): string {
  return `I0405 10:10:${String(index).padStart(2, '0')}.000000     212 kubelet.go:2456] "SyncLoop (PLEG): event for pod" pod="shop/web"`;
}

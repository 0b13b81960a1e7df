import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import {
  findingsAnswer,
  readRulesAnswer,
  ruleDetail,
  rulesAnswer,
  sourcesAnswer,
  webhooksAnswer,
} from '@/lib/interface';
import { execRule, podRequest } from './exec-rule';
import { upload } from './explorer';
import { turnRulesOff } from './rules-off';
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver';

/** In the names of all that this file makes, so that it finds and deletes its own. */
const MARK = 'e2e-magpie';
const DAY = '2034-02-03';
/** What a person may be called who wants a channel of a chat to look elsewhere. */
const HOSTILE = '<!channel> *magpie-two* https://evil.example';
const TOLD_MS = 40_000;

let receiver: WebhookReceiver;
/** Only the rule of this file is to find anything. */
let turnOn: Awaited<ReturnType<typeof turnRulesOff>>;

test.beforeAll(async ({ request }) => {
  receiver = await startWebhookReceiver();
  turnOn = await turnRulesOff(request);
});

test.afterAll(async ({ request }) => {
  const { webhooks } = webhooksAnswer.parse(await (await request.get('/api/webhooks')).json());
  for (const { id, name } of webhooks) if (name.includes(MARK)) await request.delete(`/api/webhooks/${id}`);
  const { rules } = rulesAnswer.parse(await (await request.get(`/api/rules?contains=${MARK}`)).json());
  for (const { id } of rules) await request.delete(`/api/rules/${id}`);
  const { sources } = sourcesAnswer.parse(await (await request.get('/api/sources')).json());
  for (const { id, name } of sources) if (name.startsWith(MARK)) await request.delete(`/api/sources/${id}`);
  await turnOn(request);
  await receiver.stop();
});

test('a webhook is made, tried, turned on, told once of what is found, turned off and deleted', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await page.goto('/settings');
  await make(page, 'plain', 'JSON');
  await make(page, 'chat', 'Slack');

  await test.step('the trials arrive, in the form of each', async () => {
    for (const name of ['plain', 'chat']) {
      await page.getByRole('button', { name: `Try ${MARK} ${name}` }).click();
      await expect(rowOf(page, name)).toContainText('arrived: status 200');
    }
    expect(receiver.received.map(({ path }) => path)).toEqual(['/plain/secret', '/chat/secret']);
    expect(receiver.received[0]?.body).toMatchObject({ findings: [{ detector: 'trial', level: 'informational' }] });
    expect(receiver.received[1]?.body).toMatchObject({ text: expect.stringContaining('A trial'), blocks: [{}] });
    // What is behind an address is often a secret.
    await expect(rowOf(page, 'plain')).not.toContainText('secret');
  });

  const rule = await addRule(request);
  await test.step('what a rule finds is told to both', async () => {
    for (const name of ['plain', 'chat']) {
      await expect(rowOf(page, name)).toContainText('off');
      await page.getByRole('button', { name: `Turn on ${MARK} ${name}` }).click();
      await expect(page.getByRole('button', { name: `Turn off ${MARK} ${name}` })).toBeVisible();
    }
    await upload(request, `${MARK}-1.log`, podRequest('magpie-one', 'exec', DAY, 1));
    await expect.poll(() => told('/plain/secret'), { timeout: TOLD_MS }).toEqual([`Told ${MARK}: magpie-one, nest`]);
    await expect.poll(() => bodiesAt('/chat/secret').length, { timeout: TOLD_MS }).toBe(2);
    expect(bodiesAt('/chat/secret')[1]).toMatchObject({
      text: `Trackway: Told ${MARK}: magpie-one, nest`,
      blocks: [{ type: 'section', text: { type: 'plain_text', text: expect.stringContaining('critical') } }],
    });
  });

  await test.step('after looking back again only what is new is told', async () => {
    await request.post(`/api/rules/${rule}/look-back`);
    await expect
      .poll(async () => ruleDetail.parse(await (await request.get(`/api/rules/${rule}`)).json()).lookBack.state)
      .toBe('done');
    await upload(request, `${MARK}-2.log`, podRequest(HOSTILE, 'exec', DAY, 2));
    await expect.poll(() => told('/plain/secret').length, { timeout: TOLD_MS }).toBe(2);
    await expect.poll(() => bodiesAt('/chat/secret').length, { timeout: TOLD_MS }).toBe(3);
    expect(told('/plain/secret').filter((title) => title.includes('magpie-one'))).toHaveLength(1);
    // Whatever a log says mentions nobody and links nowhere.
    const said = JSON.stringify(bodiesAt('/chat/secret')[2]);
    expect(said).toContain('&lt;!channel&gt;');
    expect(said).not.toMatch(/<!channel>|https:\/\/evil|\*magpie-two\*/);
  });

  await test.step('nothing waits for those that are off', async () => {
    for (const name of ['plain', 'chat']) {
      await page.getByRole('button', { name: `Turn off ${MARK} ${name}` }).click();
      await expect(page.getByRole('button', { name: `Turn on ${MARK} ${name}` })).toBeVisible();
    }
    await upload(request, `${MARK}-3.log`, podRequest('magpie-three', 'exec', DAY, 3));
    await expect.poll(() => foundAbout(request, rule, 'magpie-three'), { timeout: TOLD_MS }).toBe(1);
    const { webhooks } = webhooksAnswer.parse(await (await request.get('/api/webhooks')).json());
    expect(webhooks.filter(({ name }) => name.includes(MARK)).map(({ on, waiting }) => [on, waiting])).toEqual([
      [false, 0],
      [false, 0],
    ]);
    expect([told('/plain/secret').length, bodiesAt('/chat/secret').length]).toEqual([2, 3]);
  });

  await test.step('deleting asks first, and the keys do it too', async () => {
    const button = page.getByRole('button', { name: `Delete ${MARK} plain` });
    const dialog = page.getByRole('dialog', { name: 'Delete this webhook?' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText(`${MARK} plain goes for good`);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Delete', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(rowOf(page, 'plain')).toHaveCount(0);
    await page.getByRole('button', { name: `Delete ${MARK} chat` }).click();
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await expect(rowOf(page, 'chat')).toBeVisible();
  });
});

test('no message may go to where clouds give credentials', async ({ page }) => {
  await page.goto('/settings');
  const form = formOf(page);
  await form.getByLabel('Name of the webhook').fill(`${MARK} cloud`);
  await form.getByLabel('Address').fill('http://169.254.169.254/latest/meta-data/');
  await form.getByRole('button', { name: 'Make a webhook' }).click();
  await expect(page.getByText('it is an address of the link itself')).toBeVisible();
  await expect(rowOf(page, 'cloud')).toHaveCount(0);
});

function formOf(page: Page) {
  return page.getByRole('form', { name: 'Make a webhook' });
}

function rowOf(page: Page, name: string) {
  return page
    .getByRole('table', { name: 'Webhooks' })
    .getByRole('row')
    .filter({ hasText: `${MARK} ${name}` });
}

async function make(page: Page, name: string, format: 'JSON' | 'Slack'): Promise<void> {
  const form = formOf(page);
  await form.getByLabel('Name of the webhook').fill(`${MARK} ${name}`);
  await form.getByLabel('Address').fill(`${receiver.address}/${name}/secret`);
  await form.getByRole('combobox', { name: 'As' }).selectOption(format);
  await form.getByRole('combobox', { name: 'Findings' }).selectOption('critical');
  await form.getByRole('button', { name: 'Make a webhook' }).click();
  await expect(rowOf(page, name)).toContainText('none yet');
}

/** Adds a rule that is on; answers its id. */
async function addRule(request: APIRequestContext): Promise<string> {
  const text = execRule(`Told ${MARK}`, ['magpie-one', HOSTILE, 'magpie-three'], 'critical');
  const { rules } = readRulesAnswer.parse(
    await (await request.post('/api/rules?name=magpie.yml', { data: Buffer.from(text) })).json(),
  );
  const id = rules[0]?.id ?? '';
  await request.patch(`/api/rules/${id}`, { data: { on: true } });
  return id;
}

function bodiesAt(path: string): unknown[] {
  return receiver.received.filter((each) => each.path === path).map(({ body }) => body);
}

/** The titles of all findings that were told in JSON, but for the trial. */
function told(path: string): string[] {
  const findings = bodiesAt(path).flatMap((body) => findingsAnswer.pick({ findings: true }).parse(body).findings);
  return findings.filter(({ detector }) => detector !== 'trial').map(({ title }) => title);
}

async function foundAbout(request: APIRequestContext, rule: string, user: string): Promise<number> {
  const { findings } = findingsAnswer.parse(await (await request.get(`/api/findings?detector=rule:${rule}`)).json());
  return findings.filter(({ subject }) => subject.user === user).length;
}

import { expect, test } from '@playwright/test';
import { upload } from './explorer';

const FOR_EVER = { keepDays: null, countsFrom: 'arrival', sizeMax: null };
const OLD = ['2019-03-01T10:00:00Z info e2e retention one', '2019-03-01T10:00:01Z error e2e retention two'].join('\n');

test.afterEach(async ({ request }) => {
  await request.put('/api/retention', { data: FOR_EVER });
});

test('a source is kept otherwise than all, and says what would go before it goes', async ({ page, request }) => {
  const id = await upload(request, 'e2e-retention.log', OLD);
  await request.put('/api/retention', { data: { ...FOR_EVER, countsFrom: 'event' } });
  await page.goto(`/sources/${id}`);
  const retention = page.getByRole('region', { name: 'Retention' });
  await expect(retention).toContainText('Kept for ever, as all sources.');
  await retention.getByRole('button', { name: 'Keep otherwise…' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Keep this source' });
  await form.getByRole('combobox', { name: 'Keep it' }).selectOption('for days');
  await form.getByRole('textbox', { name: 'Days' }).fill('0');
  await expect(form).toContainText('Days are a whole number');
  await form.getByRole('textbox', { name: 'Days' }).fill('36500');
  await expect(form).toContainText('Nothing would go now.');
  await form.getByRole('textbox', { name: 'Days' }).fill('30');
  await expect(form).toContainText('Would delete 2 events');
  await form.getByRole('button', { name: 'Save and delete 2 events' }).click();
  await expect(retention).toContainText('Kept for 30 days from its newest event, by its own word.');
  await expect
    .poll(async () => (await (await request.get(`/api/sources/${id}?files=0`)).json()).events, { timeout: 30_000 })
    .toBe(0);
  await page.reload();
  await expect(retention).toContainText('2 events were deleted by retention, up to 01 Mar 2019 10:00 UTC.');

  await page.goto('/settings');
  await expect(page.getByRole('table', { name: 'Sources kept otherwise' })).toContainText('e2e-retention.log');
  await expect(page.getByRole('table', { name: 'Audit trail' })).toContainText('deleted old events');
  await request.delete(`/api/sources/${id}`);
});

test('the rule for all is changed only after it was said what goes by it', async ({ page, request }) => {
  const id = await upload(request, 'e2e-retention-all.log', OLD);
  await page.goto('/settings');
  const form = page.getByRole('form', { name: 'Retention' });
  await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await form.getByRole('textbox', { name: 'at most' }).fill('much');
  await expect(form).toContainText('The size is a number of GB');
  await form.getByRole('textbox', { name: 'at most' }).fill('');
  // By arrival, since other tests have old events here too.
  await form.getByRole('textbox', { name: 'Keep for' }).fill('36500');
  await expect(form).toContainText('Nothing would go now.');
  await form.getByRole('combobox', { name: 'counted from' }).selectOption('its newest event');
  await form.getByRole('textbox', { name: 'Keep for' }).fill('1000');
  await expect(form).toContainText(/Would delete \d[\d,]* events .*e2e-retention-all\.log/);
  await form.getByRole('combobox', { name: 'counted from' }).selectOption('its arrival here');
  await expect(form).toContainText('Nothing would go now.');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/All that was due had gone at/)).toBeVisible({ timeout: 30_000 });
  expect(await (await request.get('/api/retention')).json()).toMatchObject({ keepDays: 1000, countsFrom: 'arrival' });
  await request.delete(`/api/sources/${id}`);
});

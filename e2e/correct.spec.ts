import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';

const READ_MS = 60_000;
/** In every line, so that no other run's bytes are the same: those would be read only once. */
const RUN = Date.now().toString(36);

function klogLines(word: string, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const second = String(index % 60).padStart(2, '0');
    return `I0504 10:11:${second}.000000       1 ${word}.go:12] ${RUN} ${word} request ${index} done\n`;
  }).join('');
}

/** Sends a file and opens the page of its source. */
async function send(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.goto('/sources');
  await page.getByLabel('Choose files').setInputFiles({ name, mimeType: 'text/plain', buffer: bytes });
  await page
    .getByRole('region', { name: 'Uploads' })
    .getByRole('listitem', { name })
    .getByRole('link', { name: 'Details' })
    .click({ timeout: READ_MS });
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

test('a wrong guess is explained, corrected for a file, and taken back', async ({ page }) => {
  await send(page, 'guessed.log', Buffer.from(klogLines('guessed', 40)));
  await expect(page.getByText('40 lines read, 40 lines stored in 40 events.')).toBeVisible({ timeout: READ_MS });
  await page.getByRole('button', { name: 'Details of guessed.log' }).click();
  await expect(page.getByText('The format klog reads all 40 lines.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Formats found in this file' })).toContainText('klog');

  await page.getByRole('button', { name: 'Correct…' }).click();
  const form = page.getByRole('form', { name: 'Correct this file' });
  await form.getByLabel('Format').selectOption('plain');
  await form.getByLabel('Type').selectOption('node');
  await form.getByRole('button', { name: 'Correct', exact: true }).click();
  const row = page.getByRole('row', { name: /guessed\.log/ }).first();
  await expect(row).toContainText('plain', { timeout: READ_MS });
  await expect(row).toContainText('node');
  await expect(page.getByText('40 lines read, 40 lines stored in 40 events.')).toBeVisible({ timeout: READ_MS });

  await page.getByRole('button', { name: 'Undo: no format' }).click();
  await expect(row).toContainText('klog', { timeout: READ_MS });
  await page.getByRole('button', { name: 'Undo: type node' }).click();
  await expect(row).toContainText('application', { timeout: READ_MS });
});

test('a clock and a zone are corrected for all files, by keyboard', async ({ page }) => {
  await send(page, 'clock.log', Buffer.from(klogLines('clock', 5)));
  await expect(page.getByText('5 lines read, 5 lines stored in 5 events.')).toBeVisible({ timeout: READ_MS });
  await page.getByRole('button', { name: 'Correct all files…' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Correct all files' });
  await form.getByLabel('Year').fill('20');
  await expect(form.getByRole('alert')).toHaveText('The year is a number from 1970 to 2200.');
  await form.getByLabel('Year').fill('2020');
  await form.getByLabel('Clock ahead by').fill('60');
  await page.keyboard.press('Enter');
  const said = page.getByRole('region', { name: 'Corrections' });
  await expect(said.getByRole('list', { name: 'Set by hand' })).toContainText('year 2020');
  await expect(page.getByRole('row', { name: /clock\.log/ })).toContainText('04 May 2020 10:10', { timeout: READ_MS });
  await said.getByRole('button', { name: 'Undo: year 2020' }).click();
  await expect(said.getByRole('list', { name: 'Set by hand' })).not.toContainText('year 2020');
});

test('the first records are shown while a large upload is read, and it can be stopped', async ({ page }) => {
  test.setTimeout(READ_MS * 2);
  await send(page, 'large.log.gz', gzipSync(klogLines('large', 1_500_000), { level: 1 }));
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('large request 19 done', { timeout: READ_MS });
  await expect(preview).toContainText('klog · application');
  await page.getByRole('region', { name: 'Progress' }).getByRole('button', { name: 'Stop reading' }).click();
  await expect(preview).toBeHidden({ timeout: READ_MS });
});

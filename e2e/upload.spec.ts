import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Locator, type Page, test } from '@playwright/test';

const READ_MS = 45_000;
/** In every line, so that no other run's bytes are the same: those would be read only once. */
const RUN = Date.now().toString(36);

/** Lines of a container, a second apart; `word` makes them this test's own. */
function containerLines(word: string, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const second = String(index % 60).padStart(2, '0');
    return `2026-05-04T10:11:${second}.000000001Z stdout F ${RUN} ${word} request ${index} done\n`;
  }).join('');
}

function rowOf(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Uploads' }).getByRole('listitem', { name });
}

async function untilReady(page: Page, name: string): Promise<void> {
  await expect(rowOf(page, name).getByRole('link', { name: 'Explore' })).toBeVisible({ timeout: READ_MS });
}

test('a chosen file is sent, read, and can be explored', async ({ page }) => {
  await page.goto('/sources');
  await page.getByLabel('Choose files').setInputFiles({
    name: 'checkout.log',
    mimeType: 'text/plain',
    buffer: Buffer.from(containerLines('checkout', 40)),
  });
  await untilReady(page, 'checkout.log');
  await expect(rowOf(page, 'checkout.log')).toContainText('1 file · 40 events · 40 lines');

  await rowOf(page, 'checkout.log').getByRole('link', { name: 'Details' }).click();
  await expect(page.getByRole('heading', { name: 'checkout.log' })).toBeVisible();
  await expect(page.getByText('40 lines read, 40 lines stored in 40 events.')).toBeVisible();
  const file = page.getByRole('row', { name: /checkout\.log/ });
  await expect(file).toContainText('cri');
  await expect(file).toContainText('application');
  await expect(page.getByRole('region', { name: 'Uploads' })).toBeVisible();

  const download = page.waitForEvent('download');
  await file.getByRole('link', { name: 'Download checkout.log' }).click();
  const stream = await (await download).createReadStream();
  const bytes = Buffer.concat(await stream.toArray());
  expect(bytes.toString()).toBe(containerLines('checkout', 40));
});

test('an upload is found although the list of sources was asked for before it began', async ({ page }) => {
  const sent = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
  let first = true;
  await page.route('**/api/sources', async (route) => {
    if (!first) return route.continue();
    first = false;
    const response = await route.fetch();
    await sent;
    // The page may have given this answer up meanwhile.
    await route.fulfill({ response }).catch(() => undefined);
  });
  await page.goto('/sources');
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name: 'early.log', mimeType: 'text/plain', buffer: Buffer.from(containerLines('early', 5)) });
  await untilReady(page, 'early.log');
});

test('a folder is one source, and each of its files is told of', async ({ page }, { outputDir }) => {
  const folder = join(outputDir, 'cluster-logs');
  const pod = 'pods/shop_basket-5d9_0c1b2d3e-0000-4000-8000-000000000000/basket';
  mkdirSync(join(folder, pod), { recursive: true });
  writeFileSync(join(folder, pod, '0.log'), containerLines('basket', 12));
  writeFileSync(join(folder, pod, '1.log.gz'), gzipSync(containerLines('older', 7)));
  writeFileSync(join(folder, 'empty.log'), '');

  await page.goto('/sources');
  await page.getByLabel('Choose a folder').setInputFiles(folder);
  await untilReady(page, 'cluster-logs.tar');
  await rowOf(page, 'cluster-logs.tar').getByRole('link', { name: 'Details' }).click();
  const files = page.getByRole('table', { name: 'Files of this source' });
  await expect(page.getByText('19 lines read, 19 lines stored in 19 events.')).toBeVisible();
  await expect(files.getByRole('row', { name: /empty\.log/ })).toBeVisible();
  await expect(files.getByRole('row', { name: /1\.log/ })).toContainText('7');
  await page.getByLabel('Search files by path').fill('basket/0');
  await expect(files.getByRole('rowheader')).toHaveCount(1);

  await files.getByRole('button', { name: /^Details of/ }).click();
  await expect(files.getByText('SHA-256')).toBeVisible();
  await files.getByRole('link', { name: /^Explore/ }).click();
  await expect(page).toHaveURL(/\/explore\?.*q=file/);
});

test('loose files chosen together are one source, archives each their own', async ({ page }) => {
  await page.goto('/sources');
  const log = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(containerLines(name, 5)) });
  await page.getByLabel('Choose files').setInputFiles([log('b.log'), log('a.log'), log('not-really.zip')]);
  const uploads = page.getByRole('region', { name: 'Uploads' });
  await expect(uploads.getByRole('listitem')).toHaveCount(2);
  await untilReady(page, 'a.log and 1 more.tar');
  await expect(rowOf(page, 'a.log and 1 more.tar')).toContainText('2 files · 10 events · 10 lines');
});

test('an upload goes on by itself after the connection was lost, and on demand after a pause', async ({ page }) => {
  await page.goto('/sources');
  let refuse = true;
  await page.route('**/api/uploads/**', (route) =>
    refuse && route.request().method() === 'PATCH' ? route.abort('connectionreset') : route.continue(),
  );
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name: 'lost.log', mimeType: 'text/plain', buffer: Buffer.from(containerLines('lost', 30)) });
  const row = rowOf(page, 'lost.log');
  await expect(row).toContainText('The connection to Trackway is lost. Next try in');
  await row.getByRole('button', { name: 'Try again now' }).click();
  await expect(row).toContainText('The connection to Trackway is lost.');
  refuse = false;
  await untilReady(page, 'lost.log');
  await expect(row).toContainText('30 events');
});

test('a file that was half sent before the page was left goes on when it is chosen again', async ({ page }, {
  outputDir,
}) => {
  const requests: string[] = [];
  await page.route('**/api/uploads/**', (route) =>
    route.request().method() === 'PATCH' ? route.abort('connectionreset') : route.continue(),
  );
  mkdirSync(outputDir, { recursive: true });
  const file = join(outputDir, 'again.log');
  writeFileSync(file, containerLines('again', 20));
  await page.goto('/sources');
  await page.getByLabel('Choose files').setInputFiles(file);
  await expect(rowOf(page, 'again.log')).toContainText('lost');
  const stored = await page.evaluate(() => Object.keys(window.localStorage).filter((key) => key.startsWith('tus::')));
  expect(stored).toHaveLength(1);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.unroute('**/api/uploads/**');
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.getByLabel('Choose files').setInputFiles(file);
  await untilReady(page, 'again.log');
  const ofUpload = requests.filter((request) => request.includes('/api/uploads'));
  expect(ofUpload.some((request) => request.startsWith('POST'))).toBe(false);
  expect(ofUpload[0]).toMatch(/^HEAD /);
});

test('a drop anywhere is taken, and the page says so while it hovers', async ({ page }) => {
  await page.goto('/help');
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.log', { lastModified: 1_700_000_000_000 }));
      return data;
    },
    containerLines('dropped', 9),
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await expect(page.getByText('Drop to add these logs')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByText('Drop to add these logs')).toBeHidden();
  await untilReady(page, 'dropped.log');
});

test('a name cannot hide or reorder anything, nor become markup', async ({ page }) => {
  await page.goto('/sources');
  const name = 'x\u202egol.exe<img src=q onerror=window.__x=1>.log';
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(containerLines('hostile', 3)) });
  const shown = 'x⟨U+202E⟩gol.exe<img src=q onerror=window.__x=1>.log';
  await untilReady(page, shown);
  await expect(page.getByRole('rowheader', { name: shown }).first()).toBeVisible();
  expect(await page.evaluate(() => '__x' in window)).toBe(false);
});

test('deleting a source asks first and says how much went', async ({ page }) => {
  await page.goto('/sources');
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name: 'goner.log', mimeType: 'text/plain', buffer: Buffer.from(containerLines('goner', 11)) });
  await untilReady(page, 'goner.log');
  await page.getByRole('button', { name: 'Delete goner.log' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('goner.log');
  await dialog.getByRole('button', { name: 'Delete 11 events' }).click();
  await expect(dialog).toContainText('11 events of goner.log are gone.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('button', { name: 'Delete goner.log' })).toHaveCount(0);
  await expect(rowOf(page, 'goner.log')).toHaveCount(0);
});

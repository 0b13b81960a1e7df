import { expect, test } from '@playwright/test';
import { OBJECT_FORMATS, TEXT_FORMATS } from '@/lib/formats';

const NAMES = [...TEXT_FORMATS, ...OBJECT_FORMATS].map(({ name }) => name).sort();

test('every format is on the help page, with an example, its fields and a link to its specification', async ({
  page,
}) => {
  await page.goto('/help#formats');
  const rows = page.locator('[data-format]');
  await expect(rows).toHaveCount(NAMES.length);
  const told = await rows.evaluateAll((all) =>
    all.map((row) => ({
      name: row.getAttribute('data-format'),
      examples: row.querySelectorAll('pre').length,
      links: row.querySelectorAll('a[href^="https://"]').length,
      fields: row.querySelector('[data-fields]')?.textContent ?? '',
    })),
  );
  expect(told.map(({ name }) => name).sort()).toEqual(NAMES);
  expect(told.filter(({ examples, links, fields }) => examples === 0 || links === 0 || fields === '')).toEqual([]);
});

test('formats are searched by words and by fields, and an address opens one', async ({ page }) => {
  await page.goto('/help#format-cri');
  await expect(page.getByText('format:cri', { exact: true })).toBeVisible();
  await page.getByLabel('Search formats').fill('hubble flow');
  await expect(page.locator('[data-format=hubble]')).toBeVisible();
  await expect(page.locator('[data-format=cri]')).toHaveCount(0);
  await page.getByLabel('Search formats').fill('no such format anywhere');
  await expect(page.getByText('No format speaks of that.', { exact: false })).toBeVisible();
});

for (const width of [1440, 1024]) {
  test(`no part of the help page is wider than its column at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/help#format-hubble');
    await expect(page.getByText('format:hubble', { exact: true })).toBeVisible();
    const column = await page.locator('#formats').boundingBox();
    const widest = await page
      .locator('[data-format]')
      .evaluateAll((rows) => Math.max(...rows.map((row) => row.getBoundingClientRect().right)));
    expect(widest).toBeLessThanOrEqual((column?.x ?? 0) + (column?.width ?? 0) + 1);
  });
}

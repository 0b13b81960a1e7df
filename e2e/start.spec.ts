import { expect, test } from '@playwright/test';

const PAGES = ['/', '/explore', '/explore/audit', '/sources', '/settings'];

for (const path of PAGES) {
  test(`${path} opens without an error, and its scripts run under the content security policy`, async ({ page }) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    expect(response?.headers()['content-security-policy']).toContain("'strict-dynamic'");
    await expect(page).toHaveTitle(/Trackway/);
    await page.waitForLoadState('networkidle');
    expect(errors).toEqual([]);
  });
}

test('a script that found its way into a page does not run', async ({ page }) => {
  await page.goto('/');
  const ran = await page.evaluate(() => {
    const holder = document.createElement('div');
    holder.innerHTML = '<img src="data:," onerror="document.title = \'broken in\'">';
    document.body.append(holder);
    return new Promise((resolve) => setTimeout(() => resolve(document.title === 'broken in'), 300));
  });
  expect(ran).toBe(false);
});

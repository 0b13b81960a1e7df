import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { count, upload } from './explorer';

const DAY = '2031-06-07';
const RANGE = `from=${DAY}T00:00:00Z&to=${DAY}T23:00:00Z`;

test.beforeAll(async ({ request }) => {
  const lines = Array.from({ length: 30 }, (_, index) => `${DAY}T10:${10 + index}:00Z info lantern ${index} is lit`);
  await upload(request, 'search-lanterns.log', lines.join('\n'));
});

test.afterAll(async ({ request }) => {
  const { sources } = (await (await request.get('/api/sources')).json()) as { sources: { id: string; name: string }[] };
  for (const { id, name } of sources) if (name === 'search-lanterns.log') await request.delete(`/api/sources/${id}`);
});

test('while originals are searched the first rows are there, and the page says how far it is', async ({ page }) => {
  const search = await slowSearch(page);
  await page.goto(`/explore?q=lantern&${RANGE}`);
  const far = page.getByRole('status').filter({ hasText: '% searched' });
  search.say({ searched: 10, blocks: 40, found: 7, prunes: true, done: false });
  await expect(far).toHaveText('7+ so far · 25 % searched');
  await expect(page.getByRole('row', { name: /lantern 29 is lit/ })).toBeVisible();
  await expect(count(page)).toHaveCount(0);
  search.say({ searched: 30, blocks: 40, found: null, prunes: false, done: false });
  await expect(far).toHaveText('75 % searched · every block is read');
  search.say({ searched: 40, blocks: 40, found: 30, prunes: true, done: true });
  await expect(count(page)).toContainText('30 events');
  await expect(far).toHaveCount(0);
  search.end();
});

test('a search ends when the page is about something else', async ({ page }) => {
  const search = await slowSearch(page);
  await page.goto(`/explore?q=lantern&${RANGE}`);
  search.say({ searched: 1, blocks: 40, found: 0, prunes: true, done: false });
  await expect(page.getByRole('status').filter({ hasText: '2 % searched' })).toBeVisible();
  await page.getByRole('link', { name: 'Sources', exact: true }).click();
  await expect.poll(() => search.open()).toBe(0);
  search.end();
});

/** Answers the page's searches in the place of the server, a line when the test says so. */
async function slowSearch(page: Page) {
  const open = new Set<ServerResponse>();
  const said: string[] = [];
  const server: Server = createServer((_request, response) => {
    open.add(response);
    response.on('close', () => open.delete(response));
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    for (const line of said) write(response, line);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await page.route('**/api/search?*', (route) => route.continue({ url: `http://127.0.0.1:${port}/` }));
  return {
    say(progress: Readonly<Record<string, unknown>>): void {
      const line = JSON.stringify(progress);
      said.push(line);
      for (const response of open) write(response, line);
    },
    /** Searches that the page waits for. */
    open: () => open.size,
    end(): void {
      server.close();
      server.closeAllConnections();
    },
  };

  function write(response: ServerResponse, line: string): void {
    response.write(`${line}\n`);
    if (line.includes('"done":true')) response.end();
  }
}

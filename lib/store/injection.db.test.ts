import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadRequest, NotFound } from '@/lib/errors';
import { eventsParameters, facetsParameters, selectionParameters, timelineParameters } from '@/lib/interface';
import { QueryError } from '@/lib/query';
import { cancelSource } from './cancel-source';
import { closeStore, pool } from './client';
import { countEvents } from './count-events';
import { deleteSource } from './delete-source';
import { rawFile } from './raw-file';
import { readEvent } from './read-event';
import { readEvents } from './read-events';
import { readFacets } from './read-facets';
import { readQuery } from './read-query';
import { readSource } from './read-sources';
import { readTimeline } from './read-timeline';
import { clearStore, insertSource } from './test-rows';

const HOSTILE = [
  `'`,
  `"`,
  `''; DROP TABLE source; --`,
  `"; DROP TABLE source; --`,
  `') OR ('1'='1`,
  `" OR "1"="1`,
  `$1`,
  `$1; SELECT pg_sleep(5)`,
  `\\'; DROP TABLE source; --`,
  `/* */ OR true --`,
  `user_name" = 'a' OR "user_name`,
  `event."time"`,
  `pg_sleep(5)`,
  `%`,
  `_`,
  `\\`,
  `a\u0000b`,
  `\ud800`,
  `\u202etxt`,
  `__proto__`,
  `constructor`,
  `{1,2}`,
  `NULL`,
  `E'\\x27'`,
  `😀`,
];

beforeAll(async () => {
  await clearStore();
  await insertSource([{ raw: 'a line', time: '2024-05-01T10:00:00Z', fields: { user: 'alice' } }]);
});
afterAll(closeStore);

/** Nothing but an answer or a refusal that was foreseen. */
async function harmless(asked: Promise<unknown>): Promise<void> {
  await asked.catch((error: unknown) => {
    if (error instanceof BadRequest || error instanceof NotFound || error instanceof QueryError) return;
    throw error;
  });
  const { rows } = await pool().query('SELECT count(*)::int AS count FROM source');
  expect(rows).toEqual([{ count: 1 }]);
}

describe.each(HOSTILE.map((text) => [JSON.stringify(text), text] as const))(
  'the text %s does no harm',
  (_name, text) => {
    const quoted = JSON.stringify(text);

    it.each([
      text,
      quoted,
      `user:${quoted}`,
      `message:*${text}*`,
      `${quoted}:x`,
      `"x.y":${quoted}`,
      `file:${quoted} or source:${quoted}`,
    ])('as the query %s', async (q) => {
      await harmless(countEvents(selectionParameters.parse({ q })));
    });

    it.each([
      `* | ${text}`,
      `* | count by ${text}`,
      `* | count by ${quoted} | sort ${quoted}`,
      `* | count as ${quoted}, max(${quoted}) as n by user | where ${quoted}:>0 and user:${quoted}`,
      `* | sort ${quoted} | fields time, ${quoted}, message | where ${quoted}:${quoted}`,
      `* | timeline ${text}`,
      `* | new ${quoted} vs ${text}`,
      `* | limit ${text}`,
      `${quoted} | rare ${quoted}, source, file`,
    ])('as the steps %s', async (q) => {
      await harmless(Promise.resolve().then(() => readQuery(selectionParameters.parse({ q, from: 'now-1h' }))));
    });

    it('as any other parameter', async () => {
      await harmless(countEvents(selectionParameters.parse({ source: text })));
      await harmless(countEvents(selectionParameters.parse({ from: text })));
      await harmless(readEvents(eventsParameters.parse({ order: text })));
      await harmless(readEvents(eventsParameters.parse({ cursor: text })));
      const cursor = Buffer.from(JSON.stringify(['desc', text, 1, 1])).toString('base64url');
      await harmless(readEvents(eventsParameters.parse({ cursor })));
      const byUser = Buffer.from(JSON.stringify(['user', text, 1, 1])).toString('base64url');
      await harmless(readEvents(eventsParameters.parse({ cursor: byUser, order: 'user' })));
      await harmless(readTimeline(timelineParameters.parse({ by: text })));
      await harmless(readFacets(facetsParameters.parse({ fields: text })));
      await harmless(readEvent(text));
      await harmless(readSource(text));
      await harmless(cancelSource(text));
      await harmless(deleteSource(text));
      await harmless(rawFile(text, text));
    });
  },
);

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { readAgain, readUpload } from '@/lib/ingest/test-reading';
import { errorAnswer, previewAnswer, sourceAnswer } from '@/lib/interface';
import { closeStore, pool } from '@/lib/store';
import { clearStore, insertSource } from '@/lib/store/test-rows';
import { GET as preview } from './sources/[id]/preview/route';
import { GET as oneSource, PATCH as patchSource } from './sources/[id]/route';

const LINES = ['I0321 14:00:00.000000       1 a.go:1] one', 'I0321 14:00:01.000000       1 a.go:1] two'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trackway-corrections-'));
  vi.stubEnv('TRACKWAY_DATA', folder);
});
beforeEach(clearStore);
afterAll(async () => {
  await closeStore();
  await rm(folder, { recursive: true, force: true });
});

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

function call(handler: Handler, id: string, patch?: unknown): Promise<Response> {
  const init = patch === undefined ? {} : { method: 'PATCH', body: JSON.stringify(patch) };
  return handler(new Request('http://localhost/', init), { params: Promise.resolve({ id }) });
}

async function answer<Schema extends z.ZodType>(schema: Schema, response: Promise<Response>) {
  const body: unknown = await (await response).json();
  return schema.parse(body);
}

async function problem(response: Promise<Response>) {
  return {
    status: (await response).status,
    ...(
      await answer(
        errorAnswer,
        response.then((given) => given.clone()),
      )
    ).error,
  };
}

describe('correcting a source', () => {
  it('tells of the correction, of reading again, and of what was detected before and after', async () => {
    const id = await readUpload('a.log', Buffer.from(LINES.join('\n')));
    const before = await answer(sourceAnswer, call(oneSource, id));
    expect(before.files).toMatchObject([
      { format: 'klog', detection: { share: 1, formats: [{ format: 'klog', lines: 2 }] }, pending: false },
    ]);
    const patched = await answer(
      sourceAnswer,
      call(patchSource, id, { path: 'a.log', format: 'plain', skewSeconds: 90 }),
    );
    expect(patched).toMatchObject({
      state: 'reading',
      events: 2,
      files: [{ pending: true, format: 'klog', corrections: { format: 'plain', skewSeconds: 90, year: null } }],
    });
    await readAgain(id);
    expect(await answer(sourceAnswer, call(oneSource, id))).toMatchObject({
      state: 'ready',
      events: 2,
      files: [{ pending: false, format: 'plain', plain: 2, unparsed: 0 }],
    });
    await answer(sourceAnswer, call(patchSource, id, { path: 'a.log', format: null, skewSeconds: null }));
    await readAgain(id);
    expect((await answer(sourceAnswer, call(oneSource, id))).files).toEqual(before.files);
  });

  it('that changes nothing reads nothing', async () => {
    const id = await readUpload('a.log', Buffer.from('{"level":"info","msg":"hi"}\n'));
    expect(await answer(sourceAnswer, call(patchSource, id, {}))).toMatchObject({ state: 'ready' });
    expect(await answer(sourceAnswer, call(patchSource, id, { format: null }))).toMatchObject({ state: 'ready' });
  });

  it.each([
    [{ format: 'nonsense' }, { status: 400, message: expect.stringMatching(/^format: there is no format/) }],
    [{ type: 'nonsense' }, { status: 400, message: expect.stringMatching(/^type: /) }],
    [{ skewSeconds: 0.5 }, { status: 400, message: expect.stringMatching(/^skewSeconds: /) }],
    [
      { path: '../../etc/passwd', year: 2020 },
      { status: 404, message: expect.stringMatching(/no file/) },
    ],
  ])('is refused with a reason: %j', async (patch, expected) => {
    const { id } = await insertSource([{ raw: 'one' }]);
    expect(await problem(call(patchSource, id, patch))).toMatchObject(expected);
  });
});

describe('a preview', () => {
  it('is there while the upload waits or is read, follows corrections, and stores nothing', async () => {
    const { id } = await insertSource([]);
    await mkdir(join(folder, 'spool'), { recursive: true });
    await writeFile(join(folder, 'spool', id), LINES.join('\n'));
    await pool().query(`UPDATE source SET state = 'reading', spool = id::text, name = 'a.log' WHERE id = $1`, [id]);
    const seen = await answer(previewAnswer, call(preview, id));
    expect(seen.files).toMatchObject([
      { path: 'a.log', format: 'klog', events: [{ message: 'one' }, { message: 'two' }] },
    ]);
    await call(patchSource, id, { type: 'node' });
    expect((await answer(previewAnswer, call(preview, id))).files[0]?.events[0]?.type).toBe('node');
    const { rows } = await pool().query('SELECT count(*)::int AS events FROM event');
    expect(rows).toEqual([{ events: 0 }]);
  });

  it('is refused before the upload is whole and after it was read', async () => {
    const { id } = await insertSource([]);
    expect(await problem(call(preview, id))).toMatchObject({ status: 409, message: expect.stringMatching(/was read/) });
    await pool().query(`UPDATE source SET state = 'receiving' WHERE id = $1`, [id]);
    expect(await problem(call(preview, id))).toMatchObject({
      status: 409,
      message: expect.stringMatching(/not arrived/),
    });
    expect(await problem(call(preview, 'nobody'))).toMatchObject({ status: 404 });
  });
});

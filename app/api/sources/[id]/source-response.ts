import type { z } from 'zod';
import type { FileAnswer, SourceAnswer, SourceSummary, sourceParameters } from '@/lib/interface';
import { readSource, sourceFiles } from '@/lib/store';
import { json, jsonStream } from '../../respond';
import { textStream } from '../../text-stream';

/**
 * Answers with a source and, unless `files` is 0, all its files, a page of them at a time: a hundred thousand are 35 MB.
 * Throws `NotFound`.
 */
export async function sourceResponse(
  id: string,
  { files }: z.output<typeof sourceParameters>,
  signal: AbortSignal,
): Promise<Response> {
  const source = await readSource(id, signal);
  if (files === '0') return json(200, { ...source, files: [] } satisfies SourceAnswer);
  return jsonStream(await textStream(textOf(source, sourceFiles(source.id, signal))));
}

async function* textOf(source: SourceSummary, pages: AsyncGenerator<readonly FileAnswer[]>): AsyncGenerator<string> {
  let before = `${JSON.stringify(source).slice(0, -1)},"files":[`;
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield before + page.map((file) => JSON.stringify(file)).join(',');
    before = ',';
  }
  yield before === ',' ? ']}' : `${before}]}`;
}

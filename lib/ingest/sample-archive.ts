import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { EventLoopTurns } from '@/lib/archives';
import { type SampleOptions, sampleWeek } from '@/lib/sample';
import { TAR_BLOCK, tarHeader, tarPadding } from '@/lib/tar';

/** Writes the week of the sample as a compressed tar; done when it is safe on the disk. The same options give the same bytes. */
export async function writeSampleArchive(path: string, options: SampleOptions): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(sampleTar(options), createGzip(), file);
}

/** No more than a day of it is in memory, and other work of the process has its turn in between. */
async function* sampleTar(options: SampleOptions): AsyncGenerator<Uint8Array> {
  const turns = new EventLoopTurns();
  for (const file of sampleWeek(options)) {
    await turns.share();
    if (file === null) continue;
    const bytes = Buffer.from(file.text);
    yield* tarHeader({ path: file.path, bytes: bytes.length, modified: file.modified / 1000 });
    yield bytes;
    yield tarPadding(bytes.length);
  }
  yield new Uint8Array(2 * TAR_BLOCK);
}

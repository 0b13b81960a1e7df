import { EventLoopTurns } from '@/lib/archives';
import { type SampleOptions, sampleWeek } from '@/lib/sample';
import { TAR_BLOCK, tarHeader, tarPadding } from '@/lib/tar';

/**
 * The week of the sample as a tar, made while it is asked for: no more than a day of it is in memory, and other work of the
 * process has its turn in between. The same options give the same bytes.
 */
export async function* sampleArchive(options: SampleOptions): AsyncGenerator<Uint8Array> {
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

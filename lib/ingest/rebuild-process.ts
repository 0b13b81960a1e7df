import { logger } from '@/lib/logger';
import { closeStore } from '@/lib/store';
import { connectReader, forgetColumns, rebuildColumns, segmentsWithoutColumns } from '@/lib/store/write';

/** Makes the columns of all segments anew, then ends. */
async function rebuildAll(): Promise<void> {
  const client = await connectReader('trackway columns');
  try {
    await forgetColumns(client);
    const segments = await segmentsWithoutColumns();
    for (const segment of segments) await rebuildColumns(client, segment);
    logger.info('the columns were made anew', { segments: segments.length });
  } finally {
    await client.end();
    await closeStore();
  }
}

await rebuildAll();

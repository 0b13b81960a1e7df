import { logger } from '@/lib/logger';
import { connectReader, expireNext, retentionIsDue } from '@/lib/store/write';

const PAUSE_MS = 60_000;

/** What the reader does for retention while it has nothing to read. */
export class RetentionSweep {
  private notBefore = 0;

  /** Deletes what is due of one source; false when nothing is. `now` in milliseconds. */
  async step(now: number): Promise<boolean> {
    if (now < this.notBefore || !(await retentionIsDue())) return false;
    const client = await connectReader('trackway retention');
    try {
      const expired = await expireNext(client);
      if (expired !== null) logger.info('events were deleted by retention', { ...expired });
      return expired !== null;
    } catch (error) {
      // What is not deleted now is deleted later; reading must go on meanwhile.
      this.notBefore = now + PAUSE_MS;
      logger.error('retention could not delete; it is tried again in a minute', { error });
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

import { logger } from '@/lib/logger';
import {
  connectReader,
  forgetOldBatches,
  GroupCommit,
  grownSegments,
  type OpenLimits,
  type ReaderConnection,
  rebuildColumns,
  StreamCommitter,
} from '@/lib/store/write';
import { streamTally } from './stream-tally';

/** The part of a receiver that lasts: the connection that commits, and what is done to segments that are full. */
export class StreamKeeper {
  private closing: Promise<void> | null = null;

  private commits: GroupCommit | null = null;
  private isSweeping = false;

  private constructor(
    private readonly committer: StreamCommitter,
    readonly client: ReaderConnection,
  ) {}

  /** Opens the connection; its loss is the caller's to see (`client`). */
  static async open(limits?: OpenLimits): Promise<{ keeper: StreamKeeper; commits: GroupCommit }> {
    const client = await connectReader('trackway receiver');
    const committer = new StreamCommitter(client, streamTally, limits);
    const keeper = new StreamKeeper(committer, client);
    const commits = new GroupCommit(committer, () => keeper.retire());
    keeper.commits = commits;
    return { keeper, commits };
  }

  /** Between transactions: segments that are full or old take no more. */
  private async retire(): Promise<void> {
    try {
      const now = Date.now();
      if (this.isSweeping) await this.committer.recallOld(now);
      this.isSweeping = false;
      const retired = await this.committer.retire(now);
      if (retired.length > 0) void this.storeColumns();
    } catch (error) {
      logger.error('a full segment could not be closed; it is tried again', { error });
    }
  }

  /** Stores the columns of segments that take no more, one after the other; also of those that an earlier process left. */
  storeColumns(): Promise<void> {
    this.closing ??= this.storeAll().finally(() => {
      this.closing = null;
    });
    return this.closing;
  }

  /** Called once in a while. */
  async sweep(): Promise<void> {
    this.isSweeping = true;
    await this.commits?.nudge();
    await forgetOldBatches();
    await this.storeColumns();
  }

  private async storeAll(): Promise<void> {
    const client = await connectReader('trackway receiver columns');
    try {
      // Others may have become full meanwhile.
      for (let left = await grownSegments(); left.length > 0; left = await grownSegments()) {
        for (const segment of left) await rebuildColumns(client, segment);
      }
    } catch (error) {
      logger.error('the columns of a stream could not be stored; they are made in memory', { error });
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

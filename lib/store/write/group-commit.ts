import type { BatchOutcome, StreamBatch } from './stream-batch';

/** What stores batches, all or none. */
export interface Committer {
  commit(batches: readonly StreamBatch[]): Promise<BatchOutcome[]>;
}

/** Batches in one transaction: enough that its end costs each of them next to nothing. */
const BATCHES_MAX = 256;

interface Waiting {
  readonly batch: StreamBatch;
  readonly settle: (outcome: BatchOutcome) => void;
  readonly refuse: (error: unknown) => void;
}

/** Stores batches in the order in which they come: all that wait while one transaction runs are the next one. */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private running: Promise<void> | null = null;

  /** `between`: called after each transaction, before the next. */
  constructor(
    private readonly committer: Committer,
    private readonly between: () => Promise<void> = () => Promise.resolve(),
  ) {}

  /** Resolves once the batch is durable. Rejects when it could not be stored; nothing of it is then. */
  add(batch: StreamBatch): Promise<BatchOutcome> {
    const outcome = new Promise<BatchOutcome>((settle, refuse) => this.waiting.push({ batch, settle, refuse }));
    this.running ??= this.run();
    return outcome;
  }

  /** Has `between` called also where nothing comes for long; where something does, it is called in any case. */
  async nudge(): Promise<void> {
    if (this.running !== null) return;
    const between = this.between();
    this.running = between.then(() => this.run());
    await between;
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.commit(this.waiting.splice(0, BATCHES_MAX));
      await this.between();
    }
    this.running = null;
  }

  /** A batch that the database refuses must not take others with it: after a failure each is tried alone. */
  private async commit(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.committer.commit(group.map(({ batch }) => batch));
      for (const [index, { settle, refuse }] of group.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined) refuse(new RangeError('a batch was stored without an outcome'));
        else settle(outcome);
      }
    } catch (error) {
      if (group.length > 1) for (const one of group) await this.commit([one]);
      else group[0]?.refuse(error);
    }
  }
}

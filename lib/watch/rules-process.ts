import { setPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { logger } from '@/lib/logger';
import { ARRIVAL_CHANNEL, RULES_CHANNEL, RuleWatch } from '@/lib/store';
import { connectReader, SOURCE_CHANNEL } from '@/lib/store/write';

/** How often it looks for work that no notification told it of. */
const POLL_MS = 5000;
/** Arrivals are looked at together: a stream that brings many small batches costs no more than one that brings few. */
const GATHER_MS = 500;
const FAILED_PAUSE_MS = 5000;
/** Others first: reading, receiving and answering people. */
const NICENESS = 10;

/** The process beside the others that runs the rules, until it is told to stop. */
class RulesProcess {
  private readonly watch = new RuleWatch();
  private wake: () => void = () => undefined;
  /** Whether something was told since the last look. */
  private isTold = true;

  async run(): Promise<never> {
    await this.listen();
    logger.info('the rules are watching');
    for (;;) {
      const left = await this.turn();
      if (left === 'nothing' && !this.isTold) await this.rest();
      if (left !== 'more') await wait(GATHER_MS);
    }
  }

  private async turn(): ReturnType<RuleWatch['turn']> {
    this.isTold = false;
    try {
      return await this.watch.turn();
    } catch (error) {
      logger.error('the rules could not look at what is new; they try again', { error });
      await wait(FAILED_PAUSE_MS);
      return 'some';
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async listen(): Promise<void> {
    const client = await connectReader('trackway rules listener');
    client.on('notification', () => {
      this.isTold = true;
      this.wake();
    });
    client.on('error', (error) => {
      logger.error('the database connection was lost', { error });
      process.exit(1);
    });
    for (const channel of [SOURCE_CHANNEL, ARRIVAL_CHANNEL, RULES_CHANNEL]) await client.query(`LISTEN ${channel}`);
  }
}

// Threads that are started from here on are as nice.
setPriority(NICENESS);
// Stopping is the same as dying: what is committed stays, the next start goes on from there.
process.once('SIGTERM', () => process.exit(0));
process.once('SIGINT', () => process.exit(0));
await new RulesProcess().run();

import { Client } from 'pg';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { ARRIVAL_CHANNEL } from './arrivals';

/** While the database cannot tell, tails look for themselves this often. */
const LOOK_MS = 1000;

/** Wakes tails when something arrives: one connection for all of them, open while there are any. */
export class ArrivalListener {
  private readonly waiting = new Set<() => void>();
  private client: Client | null = null;
  private users = 0;
  /** Counts what was heard, so that nobody sleeps over what arrived while it was looking. */
  private heard = 0;

  /** Listens until the function that it answers is called. */
  join(): () => void {
    this.users += 1;
    if (this.client === null) this.connect();
    return () => {
      this.users -= 1;
      if (this.users === 0) this.disconnect();
    };
  }

  /** A mark for `next`: take it before looking. */
  get mark(): number {
    return this.heard;
  }

  /** Resolves when something arrived since `mark`, after `milliseconds`, or when `signal` fires. */
  next(mark: number, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
    if (mark !== this.heard || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, this.client === null ? Math.min(milliseconds, LOOK_MS) : milliseconds);
      this.waiting.add(wake);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  private connect(): void {
    const client = new Client({ connectionString: env().DATABASE_URL, application_name: 'trackway tail' });
    client.on('notification', () => this.wakeAll());
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, null));
    this.client = client;
    client
      .connect()
      .then(() => client.query(`LISTEN ${ARRIVAL_CHANNEL}`))
      // Something may have arrived before the database began to tell.
      .then(() => this.wakeAll())
      .catch((error: unknown) => this.lose(client, error));
  }

  private lose(client: Client, error: unknown): void {
    if (this.client !== client) return;
    this.client = null;
    if (error !== null) logger.warn('the connection that tells of arrivals was lost', { error });
    client.end().catch(() => undefined);
    this.wakeAll();
    setTimeout(() => {
      if (this.users > 0 && this.client === null) this.connect();
    }, LOOK_MS).unref();
  }

  private disconnect(): void {
    const { client } = this;
    this.client = null;
    client?.end().catch((error: unknown) => logger.warn('a connection did not end well', { error }));
  }

  private wakeAll(): void {
    this.heard += 1;
    for (const wake of [...this.waiting]) wake();
  }
}

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createStream } from '@/lib/store';
import type { OpenLimits } from '@/lib/store/write';
import { type ReceiverOptions, receiverServer } from './receiver-server';
import type { WithoutToken } from './stream-access';
import { type Stream, StreamIntake } from './stream-intake';
import { StreamKeeper } from './stream-keeper';
import { WaitingBytes } from './waiting-bytes';

const MIB = 1024 * 1024;

interface TestOptions {
  readonly limits?: OpenLimits;
  readonly withoutToken?: WithoutToken;
  readonly bodyBytesMax?: number;
  readonly waitingBytesMax?: number;
}

/** A receiver that runs in the test, on a free port. */
export interface TestReceiver {
  readonly url: string;
  readonly stream: Stream;
  readonly keeper: StreamKeeper;
  readonly intake: StreamIntake;
  close(): Promise<void>;
}

/** Starts a receiver; what comes without a token goes to a stream of its own. */
export async function startReceiver(options: TestOptions = {}): Promise<TestReceiver> {
  const stream = await createStream(`test ${randomUUID()}`);
  const { keeper, commits } = await StreamKeeper.open(options.limits);
  const receiver: ReceiverOptions = {
    intake: new StreamIntake(commits),
    withoutToken: options.withoutToken === undefined ? async () => stream : options.withoutToken,
    waiting: new WaitingBytes(options.waitingBytesMax ?? 64 * MIB),
    bodyBytesMax: options.bodyBytesMax ?? 16 * MIB,
  };
  const server = receiverServer(receiver).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test receiver has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stream,
    keeper,
    intake: receiver.intake,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await commits.idle();
      await keeper.storeColumns();
      await keeper.client.end();
    },
  };
}

import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { noteDelivery, takeDueMessage } from '@/lib/store';
import { messageIn } from '@/lib/webhooks';
import { postMessage } from './post-message';

const LOOK_MS = 2000;

/** Tells webhooks of new findings, one message after the other, for as long as the process lives. */
export function startWebhookSender(): void {
  let sending = false;
  setInterval(() => {
    if (sending) return;
    sending = true;
    sendDueMessages()
      .catch((error: unknown) => logger.warn('webhooks were not told of findings; they are later', { error }))
      .finally(() => {
        sending = false;
      });
  }, LOOK_MS).unref();
}

/** Sends all messages that are due. */
export async function sendDueMessages(): Promise<void> {
  const origin = env().TRACKWAY_ORIGIN ?? null;
  for (let due = await takeDueMessage(); due !== null; due = await takeDueMessage()) {
    const { findings, address, format } = due;
    // What was found may be gone by now.
    const outcome =
      findings.length === 0
        ? { delivered: true, message: 'nothing was left to tell' }
        : await postMessage(address, messageIn(format, { findings, origin }));
    await noteDelivery(due, outcome);
  }
}

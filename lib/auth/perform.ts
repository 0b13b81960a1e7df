import { Forbidden } from '@/lib/errors';
import { logger } from '@/lib/logger';
import * as audit from './audit/record';
import { authorize } from './authorize';
import { CLIENT_ADDRESS } from './client-address';
import { identify } from './identify';
import type { Principal } from './principal';
import { type OperationName, RULES, type Rule } from './rules';

/** For an entry of the audit trail: names what something is done to, where the address does not say it. */
export type NameSubject = (subject: string) => void;

/**
 * Does an operation as whoever asks, if they may, and writes it into the audit trail if its rule says so.
 * `failed` tells of an answer that it is one of failure. Throws as `authorize`, and what `act` throws.
 */
export async function perform<Answer>(
  request: Request,
  operation: OperationName,
  act: (principal: Principal, nameSubject: NameSubject) => Promise<Answer>,
  failed: (answer: Answer) => boolean,
): Promise<Answer> {
  const { record }: Rule = RULES[operation];
  if (record === undefined) return act(await authorize(request.headers, operation), () => undefined);
  const { pathname, search } = new URL(request.url);
  const address = request.headers.get(CLIENT_ADDRESS);
  const deed = { action: record, path: `${pathname}${search}`, address };
  const principal = await authorize(request.headers, operation).catch(async (error: unknown) => {
    // Of somebody known this is worth a line; everybody else could fill the trail with it.
    if (error instanceof Forbidden) await audit.refuse({ ...deed, principal: await identify(request.headers) });
    throw error;
  });
  const entry = await audit.begin({ ...deed, principal });
  let subject: string | null = null;
  let outcome: 'done' | 'failed' = 'failed';
  try {
    const answer = await act(principal, (named) => {
      subject = named;
    });
    outcome = failed(answer) ? 'failed' : 'done';
    return answer;
  } finally {
    await audit.close(entry, outcome, subject).catch((error: unknown) => {
      logger.error('an entry of the audit trail stays open', { error, entry });
    });
  }
}

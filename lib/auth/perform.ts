import { Forbidden, SignInNeeded } from '@/lib/errors';
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
  act: Act<Answer>,
  failed: (answer: Answer) => boolean,
): Promise<Answer> {
  const { record, often }: Rule = RULES[operation];
  if (record === undefined) return act(await authorize(request.headers, operation), () => undefined);
  const { pathname, search } = new URL(request.url);
  const address = request.headers.get(CLIENT_ADDRESS);
  const deed = { action: record, path: `${pathname}${search}`, address };
  const principal = await authorize(request.headers, operation).catch(async (error: unknown) => {
    // Of somebody known this is worth a line; everybody else could fill the trail with it.
    if (error instanceof Forbidden) await audit.refuse({ ...deed, principal: await identify(request.headers) });
    throw error;
  });
  if (often && (await audit.wasJustDone({ ...deed, principal }))) return act(principal, () => undefined);
  return principal.kind === 'anonymous'
    ? byNobodyKnown({ ...deed, principal }, act, failed)
    : bySomebody({ ...deed, principal }, act, failed);
}

type Act<Answer> = (principal: Principal, nameSubject: NameSubject) => Promise<Answer>;

/** Written before it is done, and closed afterwards. */
async function bySomebody<Answer>(
  deed: audit.Deed,
  act: Act<Answer>,
  failed: (answer: Answer) => boolean,
): Promise<Answer> {
  const entry = await audit.begin(deed);
  let subject: string | null = null;
  let outcome: 'done' | 'failed' = 'failed';
  try {
    const answer = await act(deed.principal, (named) => {
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

/** Written afterwards, and only what was done and who was not let in: everything else anybody could fill the trail with. */
async function byNobodyKnown<Answer>(
  deed: audit.Deed,
  act: Act<Answer>,
  failed: (answer: Answer) => boolean,
): Promise<Answer> {
  let subject: string | null = null;
  try {
    const answer = await act(deed.principal, (named) => {
      subject = named;
    });
    await audit.tell(deed, failed(answer) ? 'failed' : 'done', subject);
    return answer;
  } catch (error) {
    if (error instanceof SignInNeeded) await audit.tell(deed, 'failed', subject);
    throw error;
  }
}

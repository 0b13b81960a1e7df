import { Forbidden, SignInNeeded } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { authorize } from './authorize';
import type { OperationName } from './rules';

/** How long an answer that never ends may outlive what it was allowed by. */
const CHECK_MS = 15_000;

/**
 * For answers that never end: fires when whoever asked goes away, and when they may not ask any more because their session was
 * ended or their token revoked.
 */
export function whileAllowed(request: Request, operation: OperationName, checkMs: number = CHECK_MS): AbortSignal {
  const over = new AbortController();
  const check = () =>
    authorize(request.headers, operation).catch((error: unknown) => {
      if (error instanceof SignInNeeded || error instanceof Forbidden) over.abort();
      else logger.warn('it could not be looked up whether somebody still may follow', { error });
    });
  const timer = setInterval(check, checkMs);
  timer.unref();
  const signal = AbortSignal.any([request.signal, over.signal]);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return signal;
}

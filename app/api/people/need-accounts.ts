import { accountsOn } from '@/lib/auth';
import { Conflict } from '@/lib/errors';

/** People can be added and changed only where they can sign in. */
export function needAccounts(): void {
  if (accountsOn()) return;
  throw new Conflict('Trackway runs without accounts here; start it with TRACKWAY_ACCOUNTS=on to have them');
}

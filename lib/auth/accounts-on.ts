import { env } from '@/lib/env';
import { asksWho } from '@/lib/reach';

/** Whether people must sign in. Without accounts there is one person, who may do everything. */
export function accountsOn(): boolean {
  return asksWho(env());
}

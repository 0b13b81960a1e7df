import type { Random } from '../random';
import { DAY, HOUR, MINUTE, WEEK_START } from '../week';
import type { Role } from './workload';

/** A new version of a workload, which replaces its pods one after the other. */
export interface Rollout {
  readonly role: Role;
  readonly at: number;
  readonly tag: string;
  readonly revision: number;
}

const ROLLED: readonly Role[] = ['shop', 'cart', 'orders', 'mailer', 'payments', 'ledger', 'documents', 'shop', 'cart'];

/** One or two on each workday, by the pipeline, in office hours. None at the weekend. */
export function planRollouts(random: Random): readonly Rollout[] {
  const revisions = new Map<Role, number>();
  const rolled = random.shuffled(ROLLED);
  return rolled.map((role, index) => {
    const day = Math.min(4, Math.floor((index * 5) / rolled.length));
    const hour = index % 2 === 0 ? random.between(8, 11) : random.between(13, 15);
    const revision = (revisions.get(role) ?? 0) + 1;
    revisions.set(role, revision);
    const at = WEEK_START + day * DAY + hour * HOUR + random.below(50) * MINUTE + random.below(59_000_000);
    return { role, at, tag: `${random.between(2, 5)}.${20 + day}.${revision}-${random.hex(7)}`, revision };
  });
}

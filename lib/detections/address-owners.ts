import type { TallyRow } from './tally';
import { countWithin } from './tally-cells';

const DAY_MICROS = 86_400e6;
/** Addresses of pods that ended are given to others within minutes: an owner must have spoken shortly before and shortly after. */
const NEAR_BUCKETS = 2;
/** Behind an address that so many use for days is a node, a proxy or a translator of addresses. */
const SHARED_BY = 3;

/** Which users came from an address, and when. */
export interface AddressOwners {
  /** The user whose own pod has the address at the time of a row of another user; null when it is nobody's alone. */
  ownerBeside(row: TallyRow): string | null;
}

/**
 * Who owns which address: a pod has one service account, so an address from which one account speaks before and after another
 * one's first request from there is not that other one's. Rows have the user first and the address third in their key.
 */
export function addressOwners(rows: readonly TallyRow[], isNode: (user: string) => boolean): AddressOwners {
  const byAddress = new Map<string, Map<string, TallyRow[]>>();
  const nodes = new Set<string>();
  for (const row of rows) {
    const [user = '', , address = ''] = row.key;
    if (isNode(user)) nodes.add(address);
    const users = byAddress.get(address) ?? new Map<string, TallyRow[]>();
    users.set(user, [...(users.get(user) ?? []), row]);
    byAddress.set(address, users);
  }
  return {
    ownerBeside(row) {
      const [user = '', , address = ''] = row.key;
      const users = byAddress.get(address);
      if (address === '' || users === undefined || nodes.has(address) || isShared(users)) return null;
      for (const [other, own] of users) if (other !== user && isAround(own, row.buckets[0] ?? 0)) return other;
      return null;
    },
  };
}

function isShared(users: ReadonlyMap<string, readonly TallyRow[]>): boolean {
  const settled = [...users.values()].filter((rows) => lastOf(rows) - firstOf(rows) >= DAY_MICROS);
  return settled.length >= SHARED_BY;
}

/** Whether there were requests shortly before a bucket and shortly after it. */
function isAround(rows: readonly TallyRow[], bucket: number): boolean {
  const before = { from: bucket - NEAR_BUCKETS, to: bucket };
  const after = { from: bucket + 1, to: bucket + 1 + NEAR_BUCKETS };
  return countWithin(rows, before) > 0 && countWithin(rows, after) > 0;
}

function firstOf(rows: readonly TallyRow[]): number {
  return rows.reduce((time, row) => Math.min(time, row.first), Number.POSITIVE_INFINITY);
}

function lastOf(rows: readonly TallyRow[]): number {
  return rows.reduce((time, row) => Math.max(time, row.last), Number.NEGATIVE_INFINITY);
}

import type { AddressOwners } from './address-owners';
import { isOutside } from './addresses';
import { isByHand } from './client-family';
import { DAY } from './example-events';
import { isLearned, LEARNING_SECONDS } from './first-seen';
import type { TimeSpan } from './history';
import { identityOf, shownUser } from './identity';
import { isLoopback, networkOf } from './networks';
import { CLIENTS_BUCKET_SECONDS } from './tallies/api-clients';
import type { TallyRow } from './tally';
import { isUnusualHour } from './usual-hours';

/** Whoever came from so many networks comes from anywhere: runners of a build service have a new one each time. */
export const ROAMING_NETWORKS = 4;
/** One of the words of `whyOdd`. */
export const NIGHT = 'at an unusual hour';

/** Knows where one user usually comes from. */
export class UsualPlaces {
  private readonly clients = new Map<string, number>();
  private readonly networks = new Map<string, number>();
  private readonly began: number;
  private readonly isWorkload: boolean;
  private readonly isJudged: boolean;

  constructor(
    user: string,
    private readonly rows: readonly TallyRow[],
    private readonly owners: AddressOwners,
    private readonly span: TimeSpan | null,
    private readonly isMade: boolean,
  ) {
    for (const row of rows) {
      const [, client = '', address = ''] = row.key;
      keepFirst(this.clients, client, row.first);
      if (hasPlace(address)) keepFirst(this.networks, networkOf(address), row.first);
    }
    this.began = rows.reduce((time, row) => Math.min(time, row.first), Number.POSITIVE_INFINITY);
    const identity = identityOf(user);
    this.isWorkload = identity === 'workload';
    this.isJudged = this.isWorkload || identity === 'person';
  }

  /** What is odd about a user's coming with this program from this address, in words; nothing for what is usual. */
  whyOdd(row: TallyRow): string[] {
    if (!this.isJudged || !isLearned(row.first, this.span)) return [];
    const [, client = '', address = ''] = row.key;
    const newClient = this.isNewClient(client, row.first);
    const newNetwork = hasPlace(address) && this.isNewNetwork(address, row.first);
    const isNight = newNetwork && isUnusualHour(this.rows, CLIENTS_BUCKET_SECONDS, row.first);
    if (!this.isWorkload && !(newNetwork && (newClient || isNight))) return [];
    const owner =
      this.isWorkload && row.first - this.began >= LEARNING_SECONDS * 1e6 ? this.owners.ownerBeside(row) : null;
    return [
      ...(newClient ? [`with ${client === '' ? 'no user agent' : client}`] : []),
      ...(newNetwork ? [`from ${networkOf(address)}${isOutside(address) ? ' on the internet' : ''}`] : []),
      ...(isNight ? [NIGHT] : []),
      ...(owner === null ? [] : [`from ${address}, an address of ${shownUser(owner)}`]),
    ];
  }

  /** For a day; then it is what the user does. */
  private isNew(first: number, time: number): boolean {
    return isLearned(first, this.span) && time < first + DAY;
  }

  private isNewClient(client: string, time: number): boolean {
    const first = this.clients.get(client) ?? this.began;
    if (!this.isNew(first, time)) return false;
    if (first - this.began >= LEARNING_SECONDS * 1e6) return true;
    // An account without a past: what no workload's program is tells all the same.
    return this.isWorkload && !this.isMade && isByHand(client);
  }

  private isNewNetwork(address: string, time: number): boolean {
    const first = this.networks.get(networkOf(address)) ?? this.began;
    if (!this.isNew(first, time)) return false;
    const earlier = [...this.networks.values()].filter((time) => time < first).length;
    if (earlier >= ROAMING_NETWORKS) return false;
    return first - this.began >= LEARNING_SECONDS * 1e6 || (this.isWorkload && !this.isMade && isOutside(address));
  }
}

function hasPlace(address: string): boolean {
  return address !== '' && !isLoopback(address);
}

function keepFirst(firsts: Map<string, number>, name: string, time: number): void {
  firsts.set(name, Math.min(time, firsts.get(name) ?? Number.POSITIVE_INFINITY));
}

import { type AddressOwners, addressOwners } from '../address-owners';
import { isOutside } from '../addresses';
import { clientClause, isByHand } from '../client-family';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned, LEARNING_SECONDS } from '../first-seen';
import type { TimeSpan } from '../history';
import { identityOf, shownUser } from '../identity';
import { confidenceOfNew } from '../levels';
import { isLoopback, networkOf } from '../networks';
import { queryOf, queryOfAny } from '../query-of';
import { rowsBy } from '../rows-by';
import { ACCOUNTS_MADE, madeAccounts } from '../tallies/accounts-made';
import { API_CLIENTS, CLIENTS_BUCKET_SECONDS, NODES } from '../tallies/api-clients';
import type { TallyRow } from '../tally';
import { isUnusualHour } from '../usual-hours';
import { counted, lengthOf, listed } from '../words';

/** Whoever came from so many networks comes from anywhere: runners of a build service have a new one each time. */
const ROAMING_NETWORKS = 4;
const NIGHT = 'at an unusual hour';
/** Programs that people work with. */
const TERMINALS: ReadonlySet<string> = new Set(['kubectl', 'k9s', 'openlens', 'lens', 'helm']);

export const identityElsewhere: Detector = {
  name: 'identity-elsewhere',
  title: 'An identity is used from elsewhere',
  about: `The token of a service account was used with a program that it was never used with, from a network that it never came from, or from the address of another account's pod; or a person came from a new network with a new program or at an hour at which he never works. At least two days into the data. Networks are /16 within private addresses, /24 on the internet; accounts that came from ${ROAMING_NETWORKS} or more networks are not held to them. Elastic's rules on new sources and user agents, held against the whole history.`,
  falsePositives:
    'A new program in the image of a workload, nodes in a new network, a person on the road. Look at what was asked from there.',
  types: ['audit'],
  techniques: ['T1528', 'T1550.001', 'T1078'],
  tallies: [API_CLIENTS, ACCOUNTS_MADE],
  *detect(history) {
    const span = history.span('audit');
    const made = madeAccounts(history);
    const { rows } = history.tallied(API_CLIENTS);
    const owners = addressOwners(rows, (user) => user === NODES);
    for (const [user, own] of rowsBy(rows, 0)) {
      const judge = new Judge(user, own, owners, span, made.has(user));
      const odd = own.filter((row) => judge.whyOdd(row).length > 0);
      for (const episode of episodesOf(odd, CLIENTS_BUCKET_SECONDS, span)) yield finding(user, episode, judge);
    }
  },
  examples: [
    {
      says: 'after four days the token of a workload is used with curl from the pod of another one',
      events: () =>
        together(
          repeated(operatorRequest, 100, HOUR),
          repeated(asked('system:serviceaccount:shop:web', 'get', 'pods', { src_ip: '10.1.2.3' }), 400, 15 * MINUTE),
          repeated(
            asked('system:serviceaccount:ops:operator', 'list', 'secrets', {
              user_agent: 'curl/8.5',
              src_ip: '10.1.2.3',
            }),
            3,
            MINUTE,
            MONDAY + 4 * DAY,
          ),
        ),
      finds: [{ key: ['system:serviceaccount:ops:operator'], events: 3, level: 'high' }],
    },
    {
      says: 'the token of a workload comes from the internet',
      events: () =>
        together(
          repeated(operatorRequest, 100, HOUR),
          repeated(
            asked('system:serviceaccount:ops:operator', 'get', 'pods', { ...OPERATOR, src_ip: '203.0.113.9' }),
            2,
            MINUTE,
            MONDAY + 3 * DAY,
          ),
        ),
      finds: [{ key: ['system:serviceaccount:ops:operator'], events: 2, level: 'high' }],
    },
    {
      says: 'a workload is rolled out: new pods, new addresses, a new version of its program; a person is on the road',
      events: () =>
        together(
          repeated(
            (n) =>
              asked('system:serviceaccount:ops:operator', 'get', 'pods', {
                user_agent: `operator/v1.${Math.floor(n / 20)}`,
                src_ip: `10.1.${n % 5}.${Math.floor(n / 20)}`,
              }),
            140,
            HOUR,
          ),
          repeated(asked('ann', 'get', 'pods', { src_ip: '198.51.100.7' }), 8, 10 * HOUR),
          repeated(asked('ann', 'get', 'pods', { src_ip: '203.0.113.20' }), 8, HOUR, MONDAY + 5 * DAY),
        ),
      finds: [],
    },
  ],
};

const OPERATOR = { user_agent: 'operator/v1.2', src_ip: '10.1.0.9' };
const operatorRequest = asked('system:serviceaccount:ops:operator', 'get', 'pods', OPERATOR);

/** Knows where one user usually comes from. */
class Judge {
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

function finding(user: string, { rows, from, to, events, history }: Episode, judge: Judge): Finding {
  const reasons = new Set(rows.flatMap((row) => judge.whyOdd(row)));
  const isGrave = rows.some(({ key: [, client = '', address = ''] }) => isByHand(client) || isOutside(address));
  const workload = identityOf(user) === 'workload';
  const addresses = [...new Set(rows.flatMap(({ key }) => (key[2] ? [key[2]] : [])))];
  const together = reasons.size > 1;
  const isScript = rows.some(({ key: [, client = ''] }) => isByHand(client) && !TERMINALS.has(client));
  return {
    key: [user],
    type: 'audit',
    from,
    to,
    level: workload ? (isGrave || together ? 'high' : 'medium') : reasons.has(NIGHT) || isScript ? 'medium' : 'low',
    confidence: together ? confidenceOfNew(history) : 'medium',
    title: `${shownUser(user)} came ${listed(reasons)}`,
    reason: `${counted(events, 'request')} ${listed(reasons)}, from ${listed(addresses)}; never so in the ${lengthOf(history)} of audit events before.`,
    observed: events,
    expected: 0,
    history,
    query: `${queryOf({ user })} ${queryOfAny(rows.map(rowQuery))}`,
    events,
    subject: addresses.length === 1 ? { user, src_ip: addresses[0] ?? '' } : { user },
    techniques: ['T1528', 'T1550.001', 'T1078'],
  };
}

function rowQuery({ key: [, client = '', address = ''] }: TallyRow): string {
  return `${clientClause(client)} ${queryOf({ src_ip: address })}`;
}

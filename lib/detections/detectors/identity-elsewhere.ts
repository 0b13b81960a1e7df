import { addressOwners } from '../address-owners';
import { isOutside } from '../addresses';
import { clientClause, isByHand } from '../client-family';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf } from '../first-seen';
import { identityOf, shownUser } from '../identity';
import { confidenceOfNew } from '../levels';
import { queryOf, queryOfAny } from '../query-of';
import { rowsBy } from '../rows-by';
import { ACCOUNTS_MADE, madeAccounts } from '../tallies/accounts-made';
import { API_CLIENTS, CLIENTS_BUCKET_SECONDS, NODES } from '../tallies/api-clients';
import type { TallyRow } from '../tally';
import { NIGHT, ROAMING_NETWORKS, UsualPlaces } from '../usual-places';
import { counted, lengthOf, listed } from '../words';

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
      const judge = new UsualPlaces(user, own, owners, span, made.has(user));
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

function finding(user: string, { rows, from, to, events, history }: Episode, judge: UsualPlaces): Finding {
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

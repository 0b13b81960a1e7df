import type { Detector } from '../detector';
import { DAY, HOUR, MONDAY, SECOND } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned, LEARNING_SECONDS } from '../first-seen';
import type { TimeSpan } from '../history';
import { identityOf, shownUser } from '../identity';
import { confidenceOfNew } from '../levels';
import { mergedBy } from '../merged-by';
import { queryOf, queryOfAny } from '../query-of';
import { rowsBy } from '../rows-by';
import { sensitiveRequest } from '../sensitive-requests';
import { ACCOUNTS_MADE, madeAccounts } from '../tallies/accounts-made';
import { ACCESS_BUCKET_SECONDS, API_ACCESS, REFUSED, requestKey, shownRequest } from '../tallies/api-access';
import type { TallyRow } from '../tally';
import { counted, lengthOf, listed } from '../words';

/** Elastic: three kinds within a minute. A new version of an operator asks for one or two more than the old. */
const KINDS_MIN = 4;
/** Asking what one may is what nobody's program does by itself: it counts like two kinds. */
const REVIEWS: ReadonlySet<string> = new Set([
  'selfsubjectaccessreviews',
  'selfsubjectrulesreviews',
  'selfsubjectreviews',
]);

export const newKindsAsked: Detector = {
  name: 'new-kinds-asked',
  title: 'A workload asks for what it never asked for',
  about: `A service account asked for ${KINDS_MIN} or more kinds of object within a day in a way in which it had never asked for them, at least two days into the data; asking what it may counts twice. An account that never spoke to the API before counts too, unless it was made while we watched. Accounts that ask for new things every few days are left out.`,
  falsePositives: 'A new version of an operator. Look at the program and the address that it came with.',
  types: ['audit'],
  techniques: ['T1613', 'T1078.001'],
  tallies: [API_ACCESS, ACCOUNTS_MADE],
  *detect(history) {
    const span = history.span('audit');
    const made = madeAccounts(history);
    for (const [user, own] of rowsBy(history.tallied(API_ACCESS).rows, 0)) {
      if (identityOf(user) !== 'workload') continue;
      const fresh = newKinds(mergedBy(own, requestKey), made.has(user), span);
      let earlier = 0;
      for (const episode of episodesOf(fresh, ACCESS_BUCKET_SECONDS, span)) {
        const weight = weightOf(episode);
        if (weight >= Math.max(KINDS_MIN, 2 * earlier)) yield finding(user, episode, own);
        earlier = Math.max(earlier, weight);
      }
    }
  },
  examples: [
    {
      says: 'a token that never spoke to the API lists six kinds and asks what it may, half of it refused',
      events: () =>
        together(
          repeated(asked('system:serviceaccount:ops:operator', 'list', 'pods'), 80, HOUR),
          repeated(
            (n) => asked('system:serviceaccount:shop:web', 'list', `kind-${n}`, { status: n % 2 === 0 ? 200 : 403 }),
            6,
            10 * SECOND,
            MONDAY + 3 * DAY,
          ),
          repeated(
            asked('system:serviceaccount:shop:web', 'create', 'selfsubjectrulesreviews', { status: 201 }),
            1,
            1,
            MONDAY + 3 * DAY,
          ),
        ),
      finds: [{ key: ['system:serviceaccount:shop:web'], observed: 7, events: 7, level: 'high' }],
    },
    {
      says: 'an operator is installed on the third day, and another one begins to list two more kinds',
      events: () =>
        together(
          repeated(asked('system:serviceaccount:ops:old', 'list', 'pods'), 96, HOUR),
          repeated(
            (n) => asked('system:serviceaccount:ops:old', 'list', `kind-${n}`),
            2,
            10 * SECOND,
            MONDAY + 3 * DAY,
          ),
          repeated(
            asked('ann', 'create', 'serviceaccounts', { namespace: 'ops', name: 'new', status: 201 }),
            1,
            1,
            MONDAY + 3 * DAY - HOUR,
          ),
          repeated(
            (n) => asked('system:serviceaccount:ops:new', 'list', `kind-${n}`),
            9,
            10 * SECOND,
            MONDAY + 3 * DAY,
          ),
        ),
      finds: [],
    },
  ],
};

/** What an account asked for that it had had two days to ask for before, if it is as old as that. */
function newKinds(rows: readonly TallyRow[], isMade: boolean, span: TimeSpan | null): TallyRow[] {
  const began = rows.reduce((time, row) => Math.min(time, row.first), Number.POSITIVE_INFINITY);
  const isOld = !isLearned(began, span);
  return rows.filter((row) => {
    if (!isLearned(row.first, span)) return false;
    return isOld || row.first - began >= LEARNING_SECONDS * 1e6 || (!isMade && row.first - began < 86_400e6);
  });
}

/** How many resources it asked for in a new way: a new version of a program asks for one with several verbs. */
function weightOf({ rows }: Episode): number {
  const resources = new Map(rows.map(({ key: [, , resource = '', sub = ''] }) => [`${resource}/${sub}`, resource]));
  return [...resources.values()].reduce((sum, resource) => sum + (REVIEWS.has(resource) ? 2 : 1), 0);
}

function finding(user: string, { rows, from, to, events, history }: Episode, own: readonly TallyRow[]): Finding {
  const keys = new Set(rows.map((row) => requestKey(row.key)));
  const refused = own.filter((row) => row.key[4] === REFUSED && keys.has(requestKey(row.key))).length;
  const isGrave = refused > 0 || rows.some(({ key }) => isTelling(key));
  const names = listed(rows.map((row) => shownRequest(row.key)));
  const began = own.every((row) => row.first >= from) ? ', and had never spoken to the API' : '';
  return {
    key: [user],
    type: 'audit',
    from,
    to,
    level: isGrave ? 'high' : 'medium',
    confidence: confidenceOfNew(history),
    title: `${shownUser(user)} asked for ${counted(rows.length, 'kind')} of request that it never asked for`,
    reason: `${names}${refused === 0 ? '' : `, ${refused} of them refused`}; none of them in the ${lengthOf(history)} of audit events before${began}.`,
    observed: rows.length,
    expected: 0,
    history,
    query: `${queryOf({ user })} ${queryOfAny(rows.map(requestQuery))}`,
    events,
    subject: { user },
    techniques: ['T1613', 'T1078.001'],
  };
}

function isTelling(key: readonly string[]): boolean {
  return REVIEWS.has(key[2] ?? '') || sensitiveRequest(shownRequest(key)) !== null;
}

function requestQuery({ key: [, verb = '', resource = '', subresource = ''] }: TallyRow): string {
  return queryOf({ verb, resource, subresource });
}

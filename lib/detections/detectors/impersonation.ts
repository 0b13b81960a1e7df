import { attributeColumn } from '@/lib/columns';
import type { FindingLevel } from '@/lib/interface';
import type { Detector } from '../detector';
import { DAY, HOUR, MONDAY } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned } from '../first-seen';
import { identityOf, isSystemAccount, shownUser } from '../identity';
import { confidenceOfNew } from '../levels';
import { queryOf } from '../query-of';
import { rowsBy } from '../rows-by';
import type { Tally } from '../tally';
import { counted, lengthOf, listed } from '../words';

const BUCKET_SECONDS = 600;
const AS = 'impersonatedUser.username';
const ADMINISTRATORS: ReadonlySet<string> = new Set([
  'kubernetes-admin',
  'admin',
  'cluster-admin',
  'system:admin',
  'masterclient',
]);

const IMPERSONATED: Tally = {
  name: 'impersonated',
  version: 1,
  types: ['audit'],
  where: [{ field: attributeColumn(AS), test: (name) => name !== null }],
  by: [{ field: 'user' }, { field: attributeColumn(AS) }],
  bucketSeconds: BUCKET_SECONDS,
};

export const impersonation: Detector = {
  name: 'impersonation',
  title: 'Somebody acts as another',
  about:
    'Somebody asked the API server as another user, and had impersonated nobody in the two days or more before; worse where the other is an administrator, a component of the system or a service account of it. Elastic: impersonation of privileged identities.',
  falsePositives:
    'Dashboards and gateways that ask in the name of their users begin to, and administrators who try what others may.',
  types: ['audit'],
  techniques: ['T1078', 'T1550'],
  needs: { events: `type:audit ${AS}:*` },
  tallies: [IMPERSONATED],
  *detect(history) {
    const span = history.span('audit');
    for (const [user, rows] of rowsBy(history.tallied(IMPERSONATED).rows, 0)) {
      const began = rows.reduce((time, row) => Math.min(time, row.first), Number.POSITIVE_INFINITY);
      const [episode] = isLearned(began, span) ? episodesOf(rows, BUCKET_SECONDS, span) : [];
      if (episode !== undefined) yield finding(user, episode);
    }
  },
  examples: [
    {
      says: 'after three days somebody acts as the controller manager',
      events: () =>
        together(
          repeated(asked('ann', 'get', 'pods'), 80, HOUR),
          repeated(as('ann', 'system:kube-controller-manager'), 3, 1, MONDAY + 3 * DAY),
        ),
      finds: [{ key: ['ann'], level: 'high', events: 3 }],
    },
    {
      says: 'a gateway acts for its users all week',
      events: () => repeated((n) => as('system:serviceaccount:ops:gateway', `user-${n}`), 80, HOUR),
      finds: [],
    },
  ],
};

function as(user: string, other: string) {
  return { ...asked(user, 'get', 'pods'), attributes: { [AS]: other } };
}

function levelOf(other: string): FindingLevel {
  const identity = identityOf(other);
  const isSystem = identity === 'controller' || identity === 'node' || isSystemAccount(other);
  return isSystem || ADMINISTRATORS.has(other) ? 'high' : 'medium';
}

function finding(user: string, { rows, from, to, events, history }: Episode): Finding {
  const others = rows.map(({ key }) => key[1] ?? '');
  return {
    key: [user],
    type: 'audit',
    from,
    to,
    level: others.some((other) => levelOf(other) === 'high') ? 'high' : 'medium',
    confidence: confidenceOfNew(history),
    title: `${shownUser(user)} acted as ${listed(others.map(shownUser))}`,
    reason: `${counted(events, 'request')} as ${listed(others)}; this user had impersonated nobody in the ${lengthOf(history)} of audit events before.`,
    observed: events,
    expected: 0,
    history,
    query: queryOf({ user, [AS]: others }),
    events,
    subject: { user },
    techniques: ['T1078', 'T1550'],
  };
}

import { attributeColumn } from '@/lib/columns';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned } from '../first-seen';
import { hasOwnWill, shownUser } from '../identity';
import { confidenceOfNew } from '../levels';
import { queryOf, queryOfAny } from '../query-of';
import { rowsBy } from '../rows-by';
import type { Tally, TallyRow } from '../tally';
import { lengthOf, listed } from '../words';

const BUCKET_SECONDS = 600;
const ROLE = 'binding.role';
const SUBJECTS = 'binding.subjects';
/** Roles with which one has everything, or can take it (Falco's and Panther's lists). */
const POWERFUL = /\/(?:cluster-admin|system:masters|system:kube-controller-manager|system:kube-scheduler)$/;
const EVERYBODY = /\b(?:system:anonymous|system:unauthenticated|system:authenticated)\b/;
const RESOURCES = ['rolebindings', 'clusterrolebindings'];
const FAILED = 400;

const BINDINGS: Tally = {
  name: 'powerful-bindings',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'resource', test: (resource) => RESOURCES.includes(String(resource)) },
    { field: attributeColumn(ROLE), test: (role) => role !== null },
    { field: 'status', test: (status) => status === null || Number(status) < FAILED },
    { field: 'user', test: (user) => user !== null && hasOwnWill(String(user)) },
  ],
  by: [{ field: 'user' }, { field: attributeColumn(ROLE) }, { field: attributeColumn(SUBJECTS), optional: true }],
  bucketSeconds: BUCKET_SECONDS,
};

export const powerGivenAway: Detector = {
  name: 'power-given-away',
  title: 'All rights given away',
  about:
    'Somebody bound cluster-admin or a role like it, or bound any role to everybody, and had bound none such in the two days or more before. Needs audit events with bodies (level Request or more) of role bindings.',
  falsePositives:
    'The installation of a tool that asks for more than it needs. Look at the subject, and whether it is new.',
  types: ['audit'],
  techniques: ['T1098.006'],
  needs: { bodiesOf: RESOURCES },
  tallies: [BINDINGS],
  *detect(history) {
    const span = history.span('audit');
    const grave = history.tallied(BINDINGS).rows.filter(isGrave);
    for (const [user, rows] of rowsBy(grave, 0)) {
      const began = rows.reduce((time, row) => Math.min(time, row.first), Number.POSITIVE_INFINITY);
      if (!isLearned(began, span)) continue;
      const [episode] = episodesOf(rows, BUCKET_SECONDS, span);
      if (episode !== undefined) yield finding(user, episode);
    }
  },
  examples: [
    {
      says: 'after three days somebody binds cluster-admin to an account',
      events: () =>
        together(
          repeated(bound('ann', 'ClusterRole/view', 'Group:ops'), 72, HOUR),
          repeated(
            bound('ann', 'ClusterRole/cluster-admin', 'ServiceAccount:kube-system/helper'),
            1,
            MINUTE,
            MONDAY + 3 * DAY,
          ),
        ),
      finds: [{ key: ['ann'], events: 1, level: 'high' }],
    },
    {
      says: 'everybody may view',
      events: () =>
        together(
          repeated(bound('ann', 'ClusterRole/edit', 'Group:ops'), 72, HOUR),
          repeated(bound('ann', 'ClusterRole/view', 'Group:system:unauthenticated'), 1, MINUTE, MONDAY + 3 * DAY),
        ),
      finds: [{ key: ['ann'], level: 'critical' }],
    },
    {
      says: 'an installer binds cluster-admin again and again',
      events: () =>
        repeated(
          bound('system:serviceaccount:ops:installer', 'ClusterRole/cluster-admin', 'ServiceAccount:ops/tool'),
          96,
          HOUR,
        ),
      finds: [],
    },
  ],
};

function bound(user: string, role: string, subjects: string) {
  const event = asked(user, 'create', 'clusterrolebindings', { status: 201 });
  return { ...event, attributes: { [ROLE]: role, [SUBJECTS]: subjects } };
}

function isGrave({ key: [, role = '', subjects = ''] }: TallyRow): boolean {
  return POWERFUL.test(role) || EVERYBODY.test(subjects);
}

function finding(user: string, { rows, from, to, events, history }: Episode): Finding {
  const isForAll = rows.some(({ key }) => EVERYBODY.test(key[2] ?? ''));
  const roles = listed(rows.map(({ key }) => key[1] ?? ''));
  const subjects = listed(rows.map(({ key }) => key[2] || 'nobody that is named'));
  return {
    key: [user],
    type: 'audit',
    from,
    to,
    level: isForAll ? 'critical' : 'high',
    confidence: confidenceOfNew(history),
    title: `${shownUser(user)} gave ${roles} to ${subjects}`,
    reason: `${roles} bound to ${subjects}; nothing of such power was bound by this user in the ${lengthOf(history)} of audit events before.`,
    observed: events,
    expected: 0,
    history,
    query: `${queryOf({ user, resource: ['rolebindings', 'clusterrolebindings'] })} -status:>=${FAILED} ${queryOfAny(
      rows.map(({ key: [, role = '', given = ''] }) => queryOf({ [ROLE]: role, [SUBJECTS]: given })),
    )}`,
    events,
    subject: { user },
    techniques: ['T1098.006'],
  };
}

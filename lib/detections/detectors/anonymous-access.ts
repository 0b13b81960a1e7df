import type { Detector } from '../detector';
import { HOUR, MONDAY } from '../example-events';
import { asked, repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf } from '../first-seen';
import { identityOf } from '../identity';
import { queryOf, queryOfAny } from '../query-of';
import { shownRequest } from '../tallies/api-access';
import type { Tally, TallyRow } from '../tally';
import { counted, listed } from '../words';

const BUCKET_SECONDS = 600;
const FAILED = 400;
const ANONYMOUS = ['system:anonymous', 'system:unauthenticated'];
/** What kubeadm gives to whoever wants to join. */
const PUBLIC_NAMESPACE = 'kube-public';

const ACCESS: Tally = {
  name: 'anonymous-access',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'user', test: (user) => user !== null && identityOf(String(user)) === 'anonymous' },
    { field: 'status', test: (status) => status !== null && Number(status) < FAILED },
    { field: 'resource', test: (resource) => resource !== null },
    { field: 'namespace', test: (namespace) => namespace !== PUBLIC_NAMESPACE },
  ],
  by: [
    { field: 'src_ip', optional: true },
    { field: 'verb' },
    { field: 'resource' },
    { field: 'subresource', optional: true },
  ],
  bucketSeconds: BUCKET_SECONDS,
};

export const anonymousAccess: Detector = {
  name: 'anonymous-access',
  title: 'Anonymous requests that worked',
  about:
    'Somebody without credentials asked the API server for objects and got them. Health checks, versions and what joining nodes read do not count. Needs no history: it is never meant.',
  falsePositives: 'Clusters that give a dashboard to everybody.',
  types: ['audit'],
  techniques: ['T1190', 'T1078.001'],
  needs: { events: 'type:audit status<400 resource:*' },
  tallies: [ACCESS],
  *detect(history) {
    const span = history.span('audit');
    for (const episode of episodesOf(history.tallied(ACCESS).rows, BUCKET_SECONDS, span)) yield finding(episode);
  },
  examples: [
    {
      says: 'an address of the internet lists pods and secrets without credentials',
      events: () =>
        together(
          repeated(asked('system:anonymous', 'list', 'pods', { src_ip: '203.0.113.9' }), 3, 1, MONDAY + HOUR),
          repeated(asked('system:anonymous', 'list', 'secrets', { src_ip: '203.0.113.9' }), 1, 1, MONDAY + HOUR),
        ),
      finds: [{ level: 'critical', events: 4, observed: 4 }],
    },
    {
      says: 'scanners are refused, and probes ask for health',
      events: () =>
        together(
          repeated(asked('system:anonymous', 'list', 'pods', { status: 403 }), 30, HOUR),
          repeated(
            { type: 'audit', fields: { user: 'system:anonymous', verb: 'get', path: '/livez', status: 200 } },
            30,
            HOUR,
          ),
        ),
      finds: [],
    },
  ],
};

function finding({ rows, from, to, events, history }: Episode): Finding {
  const requests = rows.map(({ key }) => shownRequest(key));
  const addresses = [...new Set(rows.flatMap(({ key: [address = ''] }) => (address === '' ? [] : [address])))];
  return {
    key: [],
    type: 'audit',
    from,
    to,
    level: 'critical',
    confidence: 'high',
    title: `Without credentials ${listed(requests)} worked`,
    reason: `${counted(events, 'request')} without credentials (${listed(requests)}) from ${listed(addresses) || 'an address that is not told'} were answered; none ever should be.`,
    observed: events,
    expected: 0,
    history,
    query: `${queryOf({ user: ANONYMOUS })} status:<${FAILED} -namespace:${PUBLIC_NAMESPACE} ${queryOfAny(rows.map(rowQuery))}`,
    events,
    subject: addresses.length === 1 ? { src_ip: addresses[0] ?? '' } : {},
    techniques: ['T1190', 'T1078.001'],
  };
}

function rowQuery({ key: [address = '', verb = '', resource = '', subresource = ''] }: TallyRow): string {
  return queryOf({ src_ip: address, verb, resource, subresource });
}

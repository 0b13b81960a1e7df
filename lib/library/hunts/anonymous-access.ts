import { request } from '../example-request';
import type { ReadyHunt } from '../ready-hunt';

const ANONYMOUS = String.raw`user:(system\:anonymous or system\:unauthenticated)`;
const HEALTH = String.raw`-path:/^\/(healthz|livez|readyz|version|\.well-known|openid|$)/`;

export const anonymousAccess: ReadyHunt = {
  name: 'anonymous-access',
  title: 'Access without a name',
  hypothesis: 'The API server is open to whoever finds it, or somebody tries whether it is.',
  type: 'audit',
  tactics: ['Initial Access', 'Discovery'],
  techniques: ['T1190', 'T1078.001', 'T1613'],
  lookFor:
    'Any answer to a nameless request beside health checks: it is never meant. Addresses of the internet that try many paths, and the first of them that is answered.',
  falsePositives:
    'Load balancers and monitors that ask for the health of the server, nodes that read how to join (kube-public), scanners of the internet that are refused all day.',
  next: [
    {
      title: 'What else the address did, in all lanes',
      q: 'src_ip:0.0.0.0 | count by type, user, verb, resource, status',
    },
    { title: 'Which binding allows it', q: 'type:audit binding.subjects:*anonymous*' },
  ],
  steps: [
    {
      title: 'Objects given to whoever has no name',
      types: ['audit'],
      q: `type:audit ${ANONYMOUS} resource:* -namespace:kube-public not status>=400 | count by src_ip, verb, resource, subresource, user_agent`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'system:anonymous', verb: 'list', resource: 'pods', status: 200 })],
      misses: [
        request({ user: 'system:anonymous', verb: 'list', resource: 'pods', status: 403 }),
        request({ user: 'system:anonymous', verb: 'get', path: '/healthz', status: 200 }),
        request({
          user: 'system:anonymous',
          verb: 'get',
          resource: 'configmaps',
          namespace: 'kube-public',
          status: 200,
        }),
      ],
    },
    {
      title: 'Addresses that tried ten times or more',
      types: ['audit'],
      q: `type:audit ${ANONYMOUS} status:(401 or 403) ${HEALTH} | count, distinct path by src_ip, user_agent | where count>=10`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'system:anonymous', verb: 'get', path: '/api/v1/secrets', status: 403 })],
      misses: [request({ user: 'system:anonymous', verb: 'get', path: '/livez', status: 403 })],
    },
  ],
};

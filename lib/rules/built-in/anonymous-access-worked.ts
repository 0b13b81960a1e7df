import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { ANONYMOUS, WORKED } from '../clauses';
import { FROM_ADDRESS } from '../next-questions';

export const anonymousAccessWorked: BuiltInRule = {
  kind: 'rule',
  name: 'anonymous-access-worked',
  title: 'A request without credentials that was answered',
  about:
    'The API server handed out or changed objects for somebody who had proven nothing. Health checks, versions and what kube-public holds for nodes that join are left out.',
  level: 'high',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1190', 'T1078.001'],
  matrix: ['MS-TA9005'],
  falsePositives: 'None that is usual. Look for the binding that allows it.',
  next: [FROM_ADDRESS, { title: 'Which binding allows it', q: 'type:audit binding.subjects:*anonymous*' }],
  q: String.raw`type:audit ${ANONYMOUS} ${WORKED} (status:* or decision:*) -namespace:kube-public -resource:(healthz or livez or readyz or version) (resource:* or -path:/^\/*(healthz|livez|readyz|version|\.well-known|openid|metrics\/health|api|apis|openapi|$)/)  (resource:* or path:*)`,
  by: ['src_ip', 'resource'],
  hits: [
    request({ user: 'system:anonymous', verb: 'list', resource: 'pods', status: 200 }),
    request({ user: 'system:anonymous', verb: 'get', path: '/metrics', status: 200 }),
  ],
  misses: [
    request({ user: 'system:anonymous', verb: 'list', resource: 'pods', status: 403 }),
    request({ user: 'system:anonymous', verb: 'get', path: '/healthz', status: 200 }),
    request({ user: 'system:anonymous', verb: 'get', path: '/version', status: 200 }),
    request({
      user: 'system:anonymous',
      verb: 'get',
      resource: 'configmaps',
      namespace: 'kube-public',
      name: 'cluster-info',
      status: 200,
    }),
    request({ user: 'system:anonymous', verb: 'get' }),
  ],
};

import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { ANONYMOUS, FROM_OUTSIDE } from '../clauses';
import { FROM_ADDRESS } from '../next-questions';

export const anonymousFromOutside: BuiltInRule = {
  kind: 'rule',
  name: 'anonymous-from-outside',
  title: 'Requests without credentials from the internet',
  about:
    'The API server can be reached from the internet, and somebody without credentials did, whether he was answered or refused.',
  level: 'low',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1190', 'T1613'],
  matrix: ['MS-TA9005', 'MS-TA9029'],
  falsePositives:
    'Scanners of the internet find every open API server within hours: the finding is that it is open. Health checks of load balancers that come from outside.',
  next: [FROM_ADDRESS],
  q: `type:audit ${ANONYMOUS} ${FROM_OUTSIDE}`,
  by: ['src_ip'],
  hits: [
    request({ user: 'system:anonymous', verb: 'get', path: '/version', status: 200, src_ip: '203.0.113.9' }),
    request({ user: 'system:anonymous', verb: 'get', path: '/admin.php', status: 403, src_ip: '203.0.113.9' }),
  ],
  misses: [
    request({ user: 'system:anonymous', verb: 'get', path: '/healthz', status: 200, src_ip: '10.1.2.3' }),
    request({ user: 'ann', verb: 'get', path: '/version', status: 200, src_ip: '203.0.113.9' }),
    request({ user: 'system:anonymous', verb: 'get', path: '/version', status: 200 }),
  ],
};

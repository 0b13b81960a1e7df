import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const secretReadByScript: BuiltInRule = {
  kind: 'rule',
  name: 'secret-read-by-script',
  title: 'A secret read with a script',
  about: 'A person’s credentials read secrets with a client of scripts, such as curl or Python, and not with kubectl.',
  level: 'medium',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1552.007'],
  matrix: ['MS-TA9025'],
  falsePositives: 'Scripts that administrators wrote.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM],
  q: String.raw`type:audit resource:secrets verb:(get or list or watch) ${WORKED} -user:system\:* ${WITH_OWN_WILL} user_agent:/^(curl|wget|python|perl|ruby|php|node-fetch|axios|java\/|httpie|postman|powershell)|kali/`,
  by: ['user', 'src_ip'],
  hits: [
    request({
      user: 'ann',
      verb: 'get',
      resource: 'secrets',
      name: 'db',
      status: 200,
      user_agent: 'python-requests/2.31',
    }),
    request({ user: 'ann', verb: 'list', resource: 'secrets', decision: 'allow', user_agent: 'curl/8.5.0' }),
  ],
  misses: [
    request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'db', status: 200, user_agent: 'kubectl/v1.31.0' }),
    request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'db', status: 403, user_agent: 'curl/8.5.0' }),
  ],
};

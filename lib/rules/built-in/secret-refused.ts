import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const secretRefused: BuiltInRule = {
  kind: 'rule',
  name: 'secret-refused',
  title: 'A secret that somebody could not read',
  about: 'A single secret was asked for and not handed out: refused, or not there, as when names are guessed.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1552.007', 'T1613'],
  matrix: ['MS-TA9025'],
  falsePositives: 'A program whose rights or whose secret is missing.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM],
  q: `type:audit resource:secrets verb:get -subresource:* (status>=400 or decision:forbid) ${WITH_OWN_WILL}`,
  by: ['user'],
  silent: true,
  hits: [
    request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'db', status: 403 }),
    request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'guess', status: 404 }),
    request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'db', decision: 'forbid' }),
  ],
  misses: [
    request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'db', status: 200 }),
    request({ user: 'ann', verb: 'list', resource: 'secrets', status: 403 }),
    request({
      user: 'system:serviceaccount:kube-system:service-account-controller',
      verb: 'get',
      resource: 'secrets',
      name: 'db',
      status: 403,
    }),
  ],
};

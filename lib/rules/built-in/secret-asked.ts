import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { BY_HAND, NO_ADD_ON } from '../clauses';
import { WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const secretAsked: BuiltInRule = {
  kind: 'rule',
  name: 'secret-asked',
  title: 'A secret asked for by hand',
  about: 'A secret was asked for by a person, or with a program that people and scripts use, and handed out or not.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1552.007'],
  matrix: ['MS-TA9025'],
  falsePositives: 'Everyday work with secrets.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM],
  q: String.raw`type:audit resource:secrets verb:(get or list or watch) -subresource:* ${WITH_OWN_WILL} (-user:system\:serviceaccount\:* or ${BY_HAND} or (-user_agent:* ${NO_ADD_ON})) -name:sh.helm.release.*`,
  by: ['user'],
  silent: true,
  hits: [
    request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'db', status: 200 }),
    request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'db', status: 403 }),
    request({ user: 'ann', verb: 'watch', resource: 'secrets', status: 200 }),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'get',
      resource: 'secrets',
      name: 'db',
      status: 200,
      user_agent: 'curl/8.5.0',
    }),
  ],
  misses: [
    request({ user: 'ann', verb: 'create', resource: 'secrets', name: 'db', status: 201 }),
    request({ user: 'ann', verb: 'get', resource: 'configmaps', name: 'db', status: 200 }),
    request({
      user: 'system:serviceaccount:argocd:controller',
      verb: 'list',
      resource: 'secrets',
      status: 200,
      user_agent: 'argocd-application-controller/v2.14',
    }),
    request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'sh.helm.release.v1.web.v3', status: 200 }),
  ],
};

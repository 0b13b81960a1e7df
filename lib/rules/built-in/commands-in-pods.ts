import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { IN_A_POD } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const commandsInPods: BuiltInRule = {
  kind: 'rule',
  name: 'commands-in-pods',
  title: 'A command run in a pod',
  about:
    'Somebody ran a command in a pod or attached to one through the API server, by POST or by the GET of a web socket. Off at first, as administrators do it every day; what workloads run, what is run in namespaces of the system, and commands that steal have rules of their own.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1609'],
  matrix: ['MS-TA9006'],
  falsePositives: 'Administrators and developers who look for a fault; backups that stop a database with a command.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  off: true,
  q: `type:audit ${IN_A_POD} ${WITH_OWN_WILL}`,
  by: ['user', 'namespace', 'pod'],
  hits: [
    request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 }),
    request({ user: 'ann', verb: 'create', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 }),
    request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'attach', namespace: 'shop', status: 101 }),
  ],
  misses: [
    request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 403 }),
    request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'log', namespace: 'shop', status: 200 }),
    request({
      user: 'system:serviceaccount:kube-system:kube-proxy',
      verb: 'get',
      resource: 'pods',
      subresource: 'exec',
      namespace: 'kube-system',
      status: 101,
    }),
  ],
};

import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const containerAdded: BuiltInRule = {
  kind: 'rule',
  name: 'container-added',
  title: 'A container added to a workload',
  about:
    'A container was put into a workload that was there by a JSON Patch, beside those that it had. A new version of a container that was there is none.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1610'],
  matrix: ['MS-TA9011'],
  falsePositives: 'Tools that add sidecars by patch: meshes, agents of secrets.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit resource:(deployments or daemonsets or statefulsets or replicasets or replicationcontrollers or cronjobs) verb:patch -subresource:* ${WORKED} ${WITH_OWN_WILL} pod.addedContainers:*`,
  by: ['user', 'namespace', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'patch', resource: 'deployments', namespace: 'shop', status: 200 },
      { 'pod.addedContainers': 'proxy' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'patch', resource: 'deployments', namespace: 'shop', status: 200 },
      { images: 'shop/web:2' },
    ),
    request(
      { user: 'ann', verb: 'patch', resource: 'deployments', namespace: 'shop', status: 403 },
      { 'pod.addedContainers': 'proxy' },
    ),
  ],
};

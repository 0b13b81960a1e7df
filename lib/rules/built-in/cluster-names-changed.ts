import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NO_ADD_ON, WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const clusterNamesChanged: BuiltInRule = {
  kind: 'rule',
  name: 'cluster-names-changed',
  title: 'How the cluster resolves names changed',
  about:
    'The configuration of CoreDNS was changed by somebody who is not of the platform: names of services can lead elsewhere.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1557'],
  matrix: ['MS-TA9035'],
  falsePositives: 'Administrators who add a zone.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit resource:configmaps namespace:(kube-system or openshift-dns) name:(coredns or coredns-custom or kube-dns or node-local-dns or dns-default) verb:(create or update or patch or delete or deletecollection) ${WORKED} ${WITH_OWN_WILL} ${NO_ADD_ON}`,
  by: ['user', 'name'],
  hits: [
    request({
      user: 'ann',
      verb: 'patch',
      resource: 'configmaps',
      namespace: 'kube-system',
      name: 'coredns',
      status: 200,
    }),
  ],
  misses: [
    request({
      user: 'ann',
      verb: 'get',
      resource: 'configmaps',
      namespace: 'kube-system',
      name: 'coredns',
      status: 200,
    }),
    request({ user: 'ann', verb: 'patch', resource: 'configmaps', namespace: 'shop', name: 'coredns', status: 200 }),
    request({
      user: 'ann',
      verb: 'patch',
      resource: 'configmaps',
      namespace: 'kube-system',
      name: 'coredns',
      status: 403,
    }),
  ],
};

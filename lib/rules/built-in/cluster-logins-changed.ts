import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NO_ADD_ON, WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const clusterLoginsChanged: BuiltInRule = {
  kind: 'rule',
  name: 'cluster-logins-changed',
  title: 'Who may log in to the cluster changed',
  about:
    'The map of identities of a cloud to users of the cluster (aws-auth), or what the API server trusts of others, was changed by somebody who is not of the platform.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1098.006'],
  matrix: ['MS-TA9001'],
  falsePositives: 'Administrators who add a group of nodes or a team.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit resource:configmaps namespace:kube-system name:(aws-auth or extension-apiserver-authentication or kubeadm-config) verb:(create or update or patch or delete or deletecollection) ${WORKED} ${WITH_OWN_WILL} ${NO_ADD_ON}`,
  by: ['user', 'name'],
  hits: [
    request({
      user: 'ann',
      verb: 'patch',
      resource: 'configmaps',
      namespace: 'kube-system',
      name: 'aws-auth',
      status: 200,
    }),
  ],
  misses: [
    request({
      user: 'eks:node-manager',
      verb: 'update',
      resource: 'configmaps',
      namespace: 'kube-system',
      name: 'aws-auth',
      status: 200,
    }),
    request({
      user: 'ann',
      verb: 'patch',
      resource: 'configmaps',
      namespace: 'kube-system',
      name: 'aws-auth',
      status: 403,
    }),
    request({
      user: 'ann',
      verb: 'get',
      resource: 'configmaps',
      namespace: 'kube-system',
      name: 'aws-auth',
      status: 200,
    }),
  ],
};

import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NOT_AT_HOME, WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const tokenMinted: BuiltInRule = {
  kind: 'rule',
  name: 'token-minted',
  title: 'A token minted',
  about:
    'Somebody had a token of a service account made for himself (kubectl create token). Kubelets do it for every pod and are left out, as the system is within its own namespaces.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1528', 'T1550.001'],
  matrix: ['MS-TA9016'],
  falsePositives: 'Pipelines and vaults that work with short tokens: exclude their accounts.',
  next: [
    WHAT_ELSE_BY_USER,
    {
      title: 'Where the account was used',
      q: 'type:audit user:"system:serviceaccount:NAMESPACE:NAME" | count, min time by src_ip, user_agent',
    },
  ],
  q: String.raw`type:audit resource:serviceaccounts subresource:token verb:create ${WORKED} -user:system\:node\:* ${NOT_AT_HOME}`,
  by: ['user', 'namespace', 'name'],
  hits: [
    request({
      user: 'ann',
      verb: 'create',
      resource: 'serviceaccounts',
      subresource: 'token',
      namespace: 'shop',
      name: 'web',
      status: 201,
    }),
    request({
      user: 'ann',
      verb: 'create',
      resource: 'serviceaccounts',
      subresource: 'token',
      namespace: 'kube-system',
      name: 'x',
      status: 201,
    }),
  ],
  misses: [
    request({
      user: 'system:node:n1',
      verb: 'create',
      resource: 'serviceaccounts',
      subresource: 'token',
      namespace: 'shop',
      name: 'web',
      status: 201,
    }),
    request({
      user: 'system:kube-controller-manager',
      verb: 'create',
      resource: 'serviceaccounts',
      subresource: 'token',
      namespace: 'kube-system',
      name: 'x',
      status: 201,
    }),
    request({ user: 'ann', verb: 'create', resource: 'serviceaccounts', namespace: 'shop', status: 201 }),
    request({ user: 'ann', verb: 'create', resource: 'serviceaccounts', subresource: 'token', status: 403 }),
  ],
};

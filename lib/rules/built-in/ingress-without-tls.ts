import { request, SYSTEM_NAMESPACES } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { MADE } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const ingressWithoutTls: BuiltInRule = {
  kind: 'rule',
  name: 'ingress-without-tls',
  title: 'An ingress without TLS',
  about:
    'An ingress was made that takes requests unencrypted. Off at first, as in many clusters a load balancer before it has the certificate.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1557'],
  matrix: ['MS-TA9005'],
  falsePositives: 'Load balancers that end TLS before the ingress.',
  next: [WHAT_ELSE_BY_USER],
  off: true,
  q: `type:audit resource:ingresses ${MADE} -${SYSTEM_NAMESPACES} ingress.tls:false`,
  by: ['user', 'namespace', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'ingresses', namespace: 'shop', status: 201 },
      { 'ingress.tls': false },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'ingresses', namespace: 'shop', status: 201 },
      { 'ingress.tls': true },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'ingresses', namespace: 'kube-system', status: 201 },
      { 'ingress.tls': false },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'ingresses', namespace: 'shop', status: 403 },
      { 'ingress.tls': false },
    ),
  ],
};

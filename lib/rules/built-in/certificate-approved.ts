import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const certificateApproved: BuiltInRule = {
  kind: 'rule',
  name: 'certificate-approved',
  title: 'A certificate approved by hand',
  about: 'Somebody approved a request for a certificate. Those of nodes are approved by the controller manager.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1098'],
  matrix: ['MS-TA9001'],
  falsePositives:
    'Administrators of clusters that approve the certificates of kubelets by hand, and approvers of such: exclude them.',
  next: [
    WHAT_ELSE_BY_USER,
    {
      title: 'Who asked for it, and for what',
      q: 'type:audit resource:certificatesigningrequests verb:create name:"NAME"',
    },
  ],
  q: `type:audit resource:certificatesigningrequests subresource:approval verb:(update or patch or approve) ${WORKED} ${WITH_OWN_WILL}`,
  by: ['user', 'name'],
  hits: [
    request({
      user: 'ann',
      verb: 'update',
      resource: 'certificatesigningrequests',
      subresource: 'approval',
      name: 'x',
      status: 200,
    }),
  ],
  misses: [
    request({
      user: 'system:kube-controller-manager',
      verb: 'update',
      resource: 'certificatesigningrequests',
      subresource: 'approval',
      name: 'x',
      status: 200,
    }),
    request({
      user: 'ann',
      verb: 'update',
      resource: 'certificatesigningrequests',
      subresource: 'approval',
      name: 'x',
      status: 403,
    }),
  ],
};

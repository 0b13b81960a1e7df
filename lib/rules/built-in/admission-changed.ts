import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const admissionChanged: BuiltInRule = {
  kind: 'rule',
  name: 'admission-changed',
  title: 'What is admitted changed by hand',
  about:
    'Webhooks or policies of admission were changed or deleted by a person, or deleted by the account of a workload. Programs that renew the certificates in their own webhooks are left out.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1562.001'],
  matrix: ['MS-TA9015'],
  falsePositives: 'Administrators who upgrade a mesh or a policy engine.',
  next: [WHAT_ELSE_BY_USER],
  q: String.raw`type:audit resource:(mutatingwebhookconfigurations or validatingwebhookconfigurations or validatingadmissionpolicies or validatingadmissionpolicybindings or mutatingadmissionpolicies or mutatingadmissionpolicybindings) -subresource:* ${WORKED} ${WITH_OWN_WILL} (verb:(delete or deletecollection) or (verb:(update or patch) -user:system\:serviceaccount\:*))`,
  by: ['user', 'name'],
  hits: [
    request({ user: 'ann', verb: 'delete', resource: 'validatingwebhookconfigurations', name: 'policy', status: 200 }),
    request({ user: 'ann', verb: 'patch', resource: 'mutatingwebhookconfigurations', name: 'mesh', status: 200 }),
  ],
  misses: [
    request({
      user: 'system:serviceaccount:cert-manager:cainjector',
      verb: 'update',
      resource: 'validatingwebhookconfigurations',
      name: 'x',
      status: 200,
    }),
    request({ user: 'ann', verb: 'list', resource: 'validatingwebhookconfigurations', status: 200 }),
    request({ user: 'ann', verb: 'delete', resource: 'validatingwebhookconfigurations', status: 403 }),
  ],
};

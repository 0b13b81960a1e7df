import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { MADE } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const admissionWebhookMade: BuiltInRule = {
  kind: 'rule',
  name: 'admission-webhook-made',
  title: 'An admission webhook made',
  about: 'A webhook was registered that sees every object it asks for before it is stored, and may change it.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1562.001'],
  matrix: ['MS-TA9015'],
  falsePositives: 'Installations of meshes, policy engines and certificate managers.',
  next: [
    WHAT_ELSE_BY_USER,
    { title: 'Where it sends what it sees', q: 'type:audit webhook.targets:* | count by name, webhook.targets' },
  ],
  q: `type:audit resource:(mutatingwebhookconfigurations or validatingwebhookconfigurations) ${MADE}`,
  by: ['user', 'name'],
  hits: [request({ user: 'ann', verb: 'create', resource: 'mutatingwebhookconfigurations', name: 'x', status: 201 })],
  misses: [
    request({ user: 'ann', verb: 'update', resource: 'mutatingwebhookconfigurations', name: 'x', status: 200 }),
    request({ user: 'ann', verb: 'create', resource: 'mutatingwebhookconfigurations', status: 403 }),
    request({ user: 'ann', verb: 'create', resource: 'configmaps', status: 201 }),
  ],
};

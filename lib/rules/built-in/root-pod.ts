import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NOT_AT_HOME, PODS_OR_TEMPLATES, WRITTEN } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const rootPod: BuiltInRule = {
  kind: 'rule',
  name: 'root-pod',
  title: 'A pod that asks to run as root',
  about:
    'A pod asks for the user root, or allows it in so many words. Off at first: many images run as root without saying so.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1610'],
  matrix: ['MS-TA9018'],
  falsePositives: 'Images that are not made to run as another.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  off: true,
  q: `type:audit ${PODS_OR_TEMPLATES} ${WRITTEN} ${NOT_AT_HOME} (pod.runAsUser:0 or pod.runAsNonRoot:false)`,
  by: ['user', 'namespace'],
  hits: [
    request({ user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 }, { 'pod.runAsUser': 0 }),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.runAsNonRoot': false },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.runAsUser': 1000 },
    ),
    request({ user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 403 }, { 'pod.runAsUser': 0 }),
  ],
};

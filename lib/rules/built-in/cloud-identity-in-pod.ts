import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { IN_A_POD } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const cloudIdentityInPod: BuiltInRule = {
  kind: 'rule',
  name: 'cloud-identity-in-pod',
  title: 'A command in a pod that asks for the identity of its machine',
  about:
    'The command that was run in a pod asks the metadata service of the cloud, which hands out the identity of the node or of a workload.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1552.005', 'T1609'],
  matrix: ['MS-TA9028', 'MS-TA9033'],
  falsePositives: 'Somebody who looks why an identity of the cloud is refused.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: String.raw`type:audit ${IN_A_POD} exec.command:/(169\.254\.169\.254|169\.254\.170\.(2|23)\b|0xa9fea9fe|2852039166|fd00:ec2::254|metadata\.google\.internal|metadata\.azure|\/latest\/(meta-data|api\/token|dynamic)|\/computeMetadata\/|\/metadata\/(identity|instance))/`,
  by: ['user', 'namespace', 'pod'],
  hits: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'curl -s http://169.254.169.254/latest/meta-data/iam/security-credentials/' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'wget -qO- http://metadata.google.internal/computeMetadata/v1/' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'curl http://169.254.20.10:9253/metrics' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 403 },
      { 'exec.command': 'curl http://169.254.169.254/' },
    ),
  ],
};

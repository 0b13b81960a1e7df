import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { ANONYMOUS, FROM_OUTSIDE, WORKED } from '../clauses';
import { FROM_ADDRESS, WHAT_ELSE_BY_USER } from '../next-questions';

export const accountFromOutside: BuiltInRule = {
  kind: 'rule',
  name: 'account-from-outside',
  title: 'The account of a workload used from the internet',
  about:
    'A request with the identity of a workload or of a component of the system came from an address of the internet and worked: its token has left the cluster. Agents that run with the address of their node are left out, as nodes may have public ones.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1550.001', 'T1078'],
  matrix: ['MS-TA9016'],
  falsePositives:
    'Pipelines outside that have a token; nodes or workloads that reach the API server through an address of the internet.',
  next: [WHAT_ELSE_BY_USER, FROM_ADDRESS],
  q: String.raw`type:audit user:system\:* -${ANONYMOUS} -user:/^system:(node:|bootstrap:|apiserver$|serviceaccount:(kube-system|calico-system|tigera-operator|openshift-[a-z-]+|gke-[a-z-]+|gmp-system|amazon-[a-z-]+):(.*-node(-sa)?|.*node-(agent|manager|controller)|kube-proxy|aws-node|cloud-node-manager|cilium.*|calico-.*|azure-[a-z-]+|konnectivity-agent|ip-masq-agent)$)/ ${WORKED} ${FROM_OUTSIDE}`,
  by: ['user', 'src_ip'],
  hits: [
    request({
      user: 'system:serviceaccount:kube-system:coredns',
      verb: 'get',
      resource: 'endpointslices',
      status: 200,
      src_ip: '203.0.113.9',
    }),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'list',
      resource: 'pods',
      status: 200,
      src_ip: '203.0.113.9',
    }),
  ],
  misses: [
    request({ user: 'system:node:n1', verb: 'get', resource: 'pods', status: 200, src_ip: '203.0.113.9' }),
    request({
      user: 'system:serviceaccount:kube-system:csi-azuredisk-node-sa',
      verb: 'get',
      resource: 'nodes',
      status: 200,
      src_ip: '203.0.113.9',
    }),
    request({ user: 'system:anonymous', verb: 'get', path: '/readyz', status: 200, src_ip: '203.0.113.9' }),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'list',
      resource: 'pods',
      status: 403,
      src_ip: '203.0.113.9',
    }),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'list',
      resource: 'pods',
      status: 200,
      src_ip: '10.1.2.3',
    }),
    request({ user: 'ann', verb: 'list', resource: 'pods', status: 200, src_ip: '203.0.113.9' }),
  ],
};

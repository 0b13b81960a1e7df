import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const kubeletThroughProxy: BuiltInRule = {
  kind: 'rule',
  name: 'kubelet-through-proxy',
  title: 'A kubelet reached through the API server',
  about:
    'Somebody went to the kubelet of a node by the proxy of the API server. Commands that are run there and logs that are read there are in no audit log. Figures and health are left out.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1609', 'T1613'],
  matrix: ['MS-TA9030'],
  falsePositives: 'Monitoring agents that read more than figures, and kubectl get --raw of administrators.',
  next: [WHAT_ELSE_BY_USER],
  q: String.raw`type:audit resource:nodes subresource:/^proxy/ ${WORKED} ${WITH_OWN_WILL} -path:/\/proxy\/+(metrics|healthz|stats|configz)\b/ -subresource:/^proxy\/+(metrics|healthz|stats|configz)\b/`,
  by: ['user', 'name'],
  hits: [
    request({
      user: 'ann',
      verb: 'create',
      resource: 'nodes',
      subresource: 'proxy',
      name: 'n1',
      path: '/api/v1/nodes/n1/proxy/run/shop/web-0/web?cmd=id',
      status: 200,
    }),
    request({
      user: 'ann',
      verb: 'get',
      resource: 'nodes',
      subresource: 'proxy',
      name: 'n1',
      path: '/api/v1/nodes/n1/proxy/runningpods/',
      status: 200,
    }),
    request({
      user: 'ann',
      verb: 'create',
      resource: 'nodes',
      subresource: 'proxy/run/shop/web-0/web',
      name: 'n1',
      decision: 'allow',
    }),
  ],
  misses: [
    request({
      user: 'ann',
      verb: 'get',
      resource: 'nodes',
      subresource: 'proxy',
      name: 'n1',
      path: '/api/v1/nodes/n1/proxy/metrics/cadvisor',
      status: 200,
    }),
    request({
      user: 'ann',
      verb: 'get',
      resource: 'nodes',
      subresource: 'proxy',
      path: '/api/v1/nodes/n1/proxy/exec/',
      status: 403,
    }),
  ],
};

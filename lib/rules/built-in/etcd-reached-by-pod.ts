import type { BuiltInRule } from '../built-in-rule';

export const etcdReachedByPod: BuiltInRule = {
  kind: 'rule',
  name: 'etcd-reached-by-pod',
  title: 'A pod that reaches for etcd',
  about: 'A pod outside of the namespaces of the system connects to the ports of etcd, where all secrets lie.',
  level: 'high',
  confidence: 'medium',
  types: ['network'],
  techniques: ['T1552.007'],
  matrix: ['MS-TA9025'],
  falsePositives: 'Backups and monitoring; databases that keep an etcd of their own in their namespace.',
  next: [{ title: 'All that the pod reached', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port, verdict' }],
  needs: { fields: ['src_pod', 'dst_port'] },
  q: 'type:network src_pod:* dst_port:(2379 or 2380) -dst_pod:* -src_namespace:/^(kube-system|openshift-.*|.*monitoring.*|prometheus.*|observability|.*backup.*|velero)$/ -src_pod:/(prometheus|etcd|backup|metrics)/',
  by: ['src_namespace', 'src_pod'],
  hits: [{ type: 'network', fields: { src_pod: 'web-0', src_namespace: 'shop', dst_ip: '10.0.0.9', dst_port: 2379 } }],
  misses: [
    { type: 'network', fields: { src_pod: 'prometheus-0', src_namespace: 'monitoring', dst_port: 2379 } },
    { type: 'network', fields: { src_pod: 'web-0', src_namespace: 'shop', dst_pod: 'own-etcd-0', dst_port: 2379 } },
  ],
};

import type { BuiltInRule } from '../built-in-rule';

export const foreignResolverAsked: BuiltInRule = {
  kind: 'rule',
  name: 'foreign-resolver-asked',
  title: 'A resolver outside was asked',
  about:
    'A pod asks a DNS server of the internet instead of the one of the cluster: what it asks then is in no log of the cluster.',
  level: 'low',
  confidence: 'medium',
  types: ['network'],
  techniques: ['T1071.004'],
  matrix: [],
  falsePositives: 'Pods with the network of their node, and the resolver of the cluster itself, which asks on.',
  next: [{ title: 'All that the pod reached', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port' }],
  needs: { fields: ['src_pod', 'dst_port'] },
  q: 'type:network src_pod:* dst_port:(53 or 853) -src_namespace:kube-system -src_pod:/(coredns|dns|resolver|cilium|systemd)/ -dst_pod:* -dst_ip:(10.0.0.0/8 or 172.16.0.0/12 or 192.168.0.0/16 or 100.64.0.0/10 or 169.254.0.0/16 or 127.0.0.0/8 or fc00::/7 or fe80::/10) dst_ip:*',
  by: ['src_namespace', 'src_pod', 'dst_ip'],
  hits: [{ type: 'network', fields: { src_pod: 'web-0', src_namespace: 'shop', dst_ip: '8.8.8.8', dst_port: 53 } }],
  misses: [
    {
      type: 'network',
      fields: { src_pod: 'coredns-1', src_namespace: 'kube-system', dst_ip: '8.8.8.8', dst_port: 53 },
    },
    { type: 'network', fields: { src_pod: 'web-0', src_namespace: 'shop', dst_ip: '10.96.0.10', dst_port: 53 } },
  ],
};

import type { ReadyHunt } from '../ready-hunt';

export const reachingForControl: ReadyHunt = {
  name: 'reaching-for-control',
  title: 'Pods that reach for machines and clouds',
  hypothesis:
    'Somebody in a pod goes on to what governs it: the credentials of the machine, the kubelet, etcd, the runtime, SSH.',
  type: 'network',
  tactics: ['Lateral Movement', 'Credential Access'],
  techniques: ['T1552.005', 'T1021.004', 'T1210', 'T1613'],
  lookFor:
    'A pod of an application that asks the metadata service, a kubelet or etcd; SSH from a pod or from one node to another. Look at what the same pod did before.',
  falsePositives:
    'Monitoring asks kubelets, operators of clouds the metadata service, backups etcd: always the same pods, all day.',
  next: [
    { title: 'All that the pod reached', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port, verdict' },
    { title: 'What its account asked for', q: 'type:audit src_ip:0.0.0.0 | count by user, verb, resource, status' },
    { title: 'Who logged in over SSH', q: 'type:node protocol:ssh decision:allow | count by node, src_ip, user' },
  ],
  steps: [
    {
      title: 'The credentials of the machine, from pods',
      types: ['network', 'node'],
      q: String.raw`type:(network or node) (dst_ip:(169.254.169.254 or 169.254.170.2 or 169.254.170.23 or "fd00:ec2::254") or host:/^(metadata\.google\.internal|metadata\.azure\.com|metadata)$/) (src_pod:* or pod:* or src_ip:*) | count, min time, max time by src_ip, src_pod, pod, dst_ip`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        { type: 'network', fields: { src_ip: '10.42.1.7', src_pod: 'web-0', dst_ip: '169.254.169.254', dst_port: 80 } },
      ],
      misses: [{ type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '169.254.20.10', dst_port: 53 } }],
    },
    {
      title: 'Ports of SSH, Docker, etcd and remote desktops, from pods',
      types: ['network'],
      q: 'type:network src_pod:* dst_port:(22 or 445 or 2375 or 2376 or 2379 or 2380 or 3389 or 5985 or 5986) | distinct dst_ip, count, min time, max time by src_namespace, src_pod, dst_port',
      needs: { fields: ['src_pod', 'dst_port'] },
      onSample: { lastDay: 8, quietDays: 1, because: 'Prometheus, which scrapes etcd' },
      hits: [{ type: 'network', fields: { src_pod: 'web-0', dst_ip: '10.0.0.9', dst_port: 2379 } }],
      misses: [{ type: 'network', fields: { src_pod: 'web-0', dst_ip: '10.0.0.9', dst_port: 5432 } }],
    },
    {
      title: 'Kubelets, asked by pods outside of the system’s namespaces',
      types: ['network'],
      q: 'type:network src_pod:* -src_namespace:/^(kube-system|openshift-.*|monitoring|prometheus.*|observability|gke-.*|gmp-.*|calico-.*|cilium.*|datadog|newrelic)$/ dst_port:(10250 or 10255 or 10248 or 10256) | distinct dst_ip, count, min time, max time by src_namespace, src_pod, dst_port',
      needs: { fields: ['src_pod', 'dst_port'] },
      onSample: { lastDay: 2, quietDays: 0 },
      hits: [{ type: 'network', fields: { src_pod: 'web-0', src_namespace: 'shop', dst_port: 10_250 } }],
      misses: [
        { type: 'network', fields: { src_pod: 'metrics-server-0', src_namespace: 'kube-system', dst_port: 10_250 } },
      ],
    },
    {
      title: 'SSH between machines within, by how often',
      types: ['network'],
      q: 'type:network dst_port:22 -src_pod:* src_ip:(10.0.0.0/8 or 172.16.0.0/12 or 192.168.0.0/16 or 100.64.0.0/10) | count, min time, max time by src_ip, dst_ip',
      needs: { fields: ['dst_port'] },
      onSample: { lastDay: 1, quietDays: 5, because: 'administrators who come over the bastion' },
      hits: [{ type: 'network', fields: { src_ip: '10.0.0.9', dst_ip: '10.0.0.7', dst_port: 22 } }],
      misses: [{ type: 'network', fields: { src_ip: '203.0.113.9', dst_ip: '10.0.0.7', dst_port: 22 } }],
    },
  ],
};

import type { BuiltInRule } from '../built-in-rule';

export const kubeletReachedByPod: BuiltInRule = {
  kind: 'rule',
  name: 'kubelet-reached-by-pod',
  title: 'A pod that reaches for kubelets',
  about:
    'A pod outside of the namespaces of the system connects to the port of a kubelet, where commands can be run past the audit log.',
  level: 'high',
  confidence: 'medium',
  types: ['network'],
  techniques: ['T1613', 'T1046'],
  matrix: ['MS-TA9030'],
  falsePositives: 'Monitoring that runs in a namespace of its own.',
  next: [
    { title: 'All that the pod reached', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port, verdict' },
    { title: 'Who opened it by way of the API', q: 'type:audit subresource:(exec or attach) pod:"NAME"' },
  ],
  needs: { fields: ['src_pod', 'dst_port'] },
  q: 'type:network src_pod:* dst_port:(10250 or 10255) -src_namespace:/^(kube-system|openshift-.*|.*monitoring.*|prometheus.*|observability|gke-.*|gmp-.*|calico-.*|cilium.*|datadog|newrelic|.*metrics.*|opentelemetry.*|grafana.*)$/ -src_pod:/(prometheus|metrics|otel|telegraf|datadog|node-agent|kube-state)/',
  by: ['src_namespace', 'src_pod'],
  hits: [{ type: 'network', fields: { src_pod: 'web-0', src_namespace: 'shop', dst_ip: '10.0.0.9', dst_port: 10250 } }],
  misses: [
    { type: 'network', fields: { src_pod: 'metrics-server-0', src_namespace: 'kube-system', dst_port: 10250 } },
    { type: 'network', fields: { src_pod: 'web-0', src_namespace: 'shop', dst_port: 5432 } },
  ],
};

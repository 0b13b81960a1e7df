import type { BuiltInRule } from '../built-in-rule';

/**
 * A kubelet lists its flags with their defaults, in quotes, before it reads its file of settings: what stands there is not
 * what holds. So its flags count where somebody gave them, without quotes behind the `=`.
 */
const OPENED = [
  String.raw`authorization-mode=("?\[[a-z,]*|[a-z,]*)AlwaysAllow`,
  String.raw`insecure-bind-address="?0\.0\.0\.0`,
  'read-only-port=[1-9]',
  String.raw`enable-admission-plugins="?\[?[a-z,]*AlwaysAdmit`,
  String.raw`(token|basic)-auth-file="?\/`,
  'client-cert-auth="?false',
];

export const controlPlaneLeftOpen: BuiltInRule = {
  kind: 'rule',
  name: 'control-plane-left-open',
  title: 'A part of the control plane started with a lock left open',
  about:
    'A part of the control plane or a kubelet is started so that it allows everything: no authorisation, a port without credentials, a file of fixed tokens. Told from its command line, its manifest, or what the API server says of its flags.',
  level: 'high',
  confidence: 'high',
  types: ['control-plane', 'node'],
  techniques: ['T1562.001', 'T1078'],
  matrix: ['MS-TA9005', 'MS-TA9030'],
  falsePositives: 'Test clusters.',
  next: [
    {
      title: 'Who reached for it',
      q: 'type:network dst_port:(6443 or 8080 or 10250 or 10255) | count by src_ip, src_pod, dst_port',
    },
  ],
  q: `type:(control-plane or node) (/--?(${OPENED.join('|')})/ or /\\bkubelet\\b.* --anonymous-auth=true/ or (/--?insecure-port="?[1-9]/ -"insecure-readyz"))`,
  by: ['component', 'node'],
  hits: [
    { type: 'control-plane', message: 'FLAG: --authorization-mode="[AlwaysAllow]"' },
    { type: 'control-plane', message: 'FLAG: --insecure-port="8080"' },
    { type: 'node', message: '/usr/bin/kubelet --config=/etc/kubelet.yaml --read-only-port=10255' },
    { type: 'control-plane', message: '"command":["kube-apiserver","--authorization-mode=Node,AlwaysAllow"]' },
  ],
  misses: [
    { type: 'control-plane', message: 'FLAG: --authorization-mode="[Node,RBAC]"' },
    { type: 'node', message: 'FLAG: --authorization-mode="AlwaysAllow"' },
    { type: 'node', message: 'FLAG: --read-only-port="10255"' },
    { type: 'control-plane', message: 'cluster-kube-apiserver-operator insecure-readyz --insecure-port=6080' },
  ],
};

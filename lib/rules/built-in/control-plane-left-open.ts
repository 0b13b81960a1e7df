import type { BuiltInRule } from '../built-in-rule';

export const controlPlaneLeftOpen: BuiltInRule = {
  kind: 'rule',
  name: 'control-plane-left-open',
  title: 'A part of the control plane started with a lock left open',
  about:
    'A part of the control plane or a kubelet says at its start that it allows everything: no authorisation, a port without credentials, a file of fixed tokens.',
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
  q: String.raw`type:(control-plane or node) /--?(authorization-mode="?\[?[a-z,]*AlwaysAllow|insecure-port="?[1-9]|insecure-bind-address="?0\.0\.0\.0|read-only-port="?[1-9]|enable-admission-plugins="?\[?[a-z,]*AlwaysAdmit|(token|basic)-auth-file="?\/|client-cert-auth="?false)/`,
  by: ['component', 'node'],
  hits: [
    { type: 'control-plane', message: 'FLAG: --authorization-mode="[AlwaysAllow]"' },
    { type: 'node', message: 'FLAG: --read-only-port="10255"' },
  ],
  misses: [
    { type: 'control-plane', message: 'FLAG: --authorization-mode="[Node,RBAC]"' },
    { type: 'node', message: 'FLAG: --read-only-port="0"' },
  ],
};

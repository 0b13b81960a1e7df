import type { BuiltInRule } from '../built-in-rule';

export const etcdClientRefused: BuiltInRule = {
  kind: 'rule',
  name: 'etcd-client-refused',
  title: 'A client that etcd refused',
  about: 'Somebody connected to etcd whom it does not know: all that a cluster keeps, secrets too, lies there.',
  level: 'medium',
  confidence: 'medium',
  types: ['control-plane', 'node'],
  techniques: ['T1552.007'],
  matrix: ['MS-TA9025'],
  falsePositives: 'Health checks without a certificate; members that join or leave.',
  next: [{ title: 'Who reached for its ports', q: 'type:network dst_port:(2379 or 2380) | count by src_ip, src_pod' }],
  q: String.raw`type:(control-plane or node) \"rejected connection\" (component:etcd or \"client endpoint\" or \"peer endpoint\" or \"remote-addr\") -/error[^a-z]{1,4}EOF/ -/127\.0\.0\.1/`,
  by: ['component', 'node'],
  hits: [
    {
      type: 'control-plane',
      fields: { component: 'etcd' },
      message: 'rejected connection',
      text: '{"level":"warn","msg":"rejected connection","remote-addr":"10.42.1.7:41000","error":"tls: failed to verify certificate"}',
    },
  ],
  misses: [
    {
      type: 'control-plane',
      fields: { component: 'etcd' },
      message: 'rejected connection',
      text: '{"level":"warn","msg":"rejected connection","remote-addr":"127.0.0.1:41000","error":"EOF"}',
    },
    { type: 'application', message: 'rejected connection on client endpoint' },
  ],
};

import type { ReadyHunt } from '../ready-hunt';

export const controlPlaneUnwell: ReadyHunt = {
  name: 'control-plane-unwell',
  title: 'The control plane is unwell or open',
  hypothesis: 'Parts of the control plane fail, change places, or were started with a lock left open.',
  type: 'control-plane',
  tactics: ['Impact', 'Defense Evasion'],
  techniques: ['T1499', 'T1562'],
  lookFor:
    'Which part fails first: etcd that is slow takes all others along. A leader that changes again and again. A flag of a start that lets everybody in.',
  falsePositives: 'Upgrades and restarts of a node of the control plane, during which leaders change once.',
  next: [
    { title: 'Errors of one part', q: 'type:control-plane component:"NAME" severity>=error' },
    { title: 'What the node went through', q: 'type:node node:"NAME" severity>=warning' },
  ],
  steps: [
    {
      title: 'Errors by part',
      types: ['control-plane'],
      q: 'type:control-plane severity>=error | count, min time, max time by component, node',
      onSample: { lastDay: 1, quietDays: 1, because: 'a client with a certificate that ran out' },
      hits: [{ type: 'control-plane', severity: 'error', message: 'etcdserver: request timed out' }],
      misses: [{ type: 'control-plane', severity: 'warning', message: 'slow' }],
    },
    {
      title: 'Leaders lost, and etcd that is slow',
      types: ['control-plane'],
      q: 'type:control-plane ("leaderelection lost" or "failed to renew lease" or "lost leader" or "elected leader" or "apply request took too long" or "server is likely overloaded" or "request timed out") | count by component, node, pattern',
      onSample: { lastDay: 1, quietDays: 1, because: 'etcd that is a little slow every few minutes' },
      hits: [
        { type: 'control-plane', message: 'leaderelection lost' },
        { type: 'control-plane', message: 'apply request took too long' },
      ],
      misses: [{ type: 'control-plane', message: 'successfully renewed lease kube-system/kube-scheduler' }],
    },
    {
      title: 'Started with a lock left open',
      types: ['control-plane', 'node'],
      q: String.raw`type:(control-plane or node) /--?(authorization-mode="?\[?[a-z,]*AlwaysAllow|insecure-port="?[1-9]|insecure-bind-address="?0\.0\.0\.0|read-only-port="?[1-9]|enable-admission-plugins="?\[?[a-z,]*AlwaysAdmit|token-auth-file="?\/)/ | fields time, component, node, message`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        { type: 'control-plane', message: 'FLAG: --authorization-mode="[AlwaysAllow]"' },
        { type: 'node', message: 'FLAG: --read-only-port="10255"' },
      ],
      misses: [
        { type: 'control-plane', message: 'FLAG: --authorization-mode="[Node,RBAC]"' },
        { type: 'node', message: 'FLAG: --read-only-port="0"' },
      ],
    },
  ],
};

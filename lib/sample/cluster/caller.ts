import type { Node } from './node';
import type { Pod } from './pod';

/** Who asks the API server: name, groups, program and address belong together. */
export interface Caller {
  readonly user: string;
  readonly groups: readonly string[];
  readonly agent: string;
  readonly ip: string;
  /** Where a service account's token was made for a pod, the API server knows which. */
  readonly extra?: Readonly<Record<string, readonly string[]>>;
  /** What allows it most of what it does. */
  readonly grant: string;
}

const BUILD = 'v1.32.5 (linux/amd64) kubernetes/8adc0f0';

export function kubeletOf(node: Node): Caller {
  return {
    user: `system:node:${node.name}`,
    groups: ['system:nodes', 'system:authenticated'],
    agent: `kubelet/${BUILD}`,
    ip: node.ip,
    grant: '',
  };
}

/** A controller of the control plane with an account of its own. */
export function controllerOf(node: Node, account: string): Caller {
  return {
    user: `system:serviceaccount:kube-system:${account}`,
    groups: ['system:serviceaccounts', 'system:serviceaccounts:kube-system', 'system:authenticated'],
    agent: `kube-controller-manager/${BUILD}/system:serviceaccount:kube-system:${account}`,
    ip: node.ip,
    grant: `RBAC: allowed by ClusterRoleBinding "system:controller:${account}" of ClusterRole "system:controller:${account}" to ServiceAccount "${account}/kube-system"`,
  };
}

export function schedulerOf(node: Node): Caller {
  return {
    user: 'system:kube-scheduler',
    groups: ['system:authenticated'],
    agent: `kube-scheduler/${BUILD}/scheduler`,
    ip: node.ip,
    grant:
      'RBAC: allowed by ClusterRoleBinding "system:kube-scheduler" of ClusterRole "system:kube-scheduler" to User "system:kube-scheduler"',
  };
}

/** A pod that uses its own service account, with the program that it usually does it with. */
export function accountOf(pod: Pod, agent: string, account = pod.serviceAccount): Caller {
  const { namespace } = pod;
  return {
    user: `system:serviceaccount:${namespace}:${account}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
    agent,
    ip: pod.ip,
    extra: {
      'authentication.kubernetes.io/pod-name': [pod.name],
      'authentication.kubernetes.io/pod-uid': [pod.uid],
    },
    grant: `RBAC: allowed by ClusterRoleBinding "${account}" of ClusterRole "${account}" to ServiceAccount "${account}/${namespace}"`,
  };
}

/** How Go programs with an official client announce themselves. */
export function clientGo(program: string, version: string): string {
  return `${program}/${version} (linux/amd64) kubernetes/$Format`;
}

import type { LogType } from './log-type';

/** As much of a place as decides a type; null where nobody said. */
export interface Place {
  readonly namespace: string | null;
  readonly pod: string | null;
  readonly container: string | null;
  readonly component: string | null;
  readonly unit: string | null;
}

const CONTROL_PLANE = [
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'openshift-apiserver',
  'openshift-controller-manager',
  'oauth-apiserver',
  'openshift-oauth-apiserver',
] as const;

/** Namespaces in which `etcd-…` is the cluster's store and not some application's. */
const SYSTEM_NAMESPACES = /^(?:kube-system|openshift-.*)$/;

const NODE_PROGRAMS: ReadonlySet<string> = new Set([
  'kubelet',
  'containerd',
  'crio',
  'cri-o',
  'docker',
  'dockerd',
  'kernel',
  'systemd',
  'systemd-journald',
  'systemd-logind',
  'sshd',
  'sudo',
  'su',
  'cron',
  'crond',
  'auditd',
  'audispd',
  'rke2-server',
  'rke2-agent',
  'k3s',
  'k3s-agent',
  'update-alternatives',
  'cloud-init',
  'chronyd',
  // Talos has services of its own instead of units.
  'machined',
  'apid',
  'trustd',
  'udevd',
  'controller-runtime',
  // Network plugins and agents that write to the node's own folders; in a pod they are that pod's.
  'aws-vpc-cni',
  'azure-vnet',
  'azure-agent',
  'amazon-ssm-agent',
  'calico',
  'cilium',
  'antrea-agent',
  'openvswitch',
  'ovn',
  'ovn-kubernetes',
]);

const NODE_FILE =
  /(?:^|\/)(?:syslog|auth|messages|secure|kern|journal|dmesg|serial|boot|daemon|alternatives)(?:\.log)?(?:[.-]\d+)?(?:\.\w{2,3})?$/;

/**
 * The type of what is written at a place, where the record itself does not decide: control plane by the program's name, then
 * whatever else a pod writes is an application's, then the machine's programs, units and well-known files. Null: nothing known.
 */
export function typeOfPlace(place: Place, path: string): LogType | null {
  if (isControlPlane(place)) return 'control-plane';
  if (place.pod !== null || place.container !== null) return 'application';
  if (place.unit !== null) return 'node';
  if (place.component !== null && NODE_PROGRAMS.has(place.component)) return 'node';
  return NODE_FILE.test(path) ? 'node' : null;
}

function isControlPlane(place: Place): boolean {
  const unit = place.unit?.replace(/\.service$/, '') ?? null;
  return [place.container, place.pod, place.component, unit].some(
    (name) => name !== null && isControlPlaneName(name, place.namespace),
  );
}

/** `kube-apiserver`, `kube-apiserver-node1`, `openshift-kube-scheduler-node1`; etcd only where the cluster's own lives. */
function isControlPlaneName(name: string, namespace: string | null): boolean {
  const bare = name.startsWith('openshift-kube-') ? name.slice('openshift-'.length) : name;
  if (CONTROL_PLANE.some((program) => bare === program || bare.startsWith(`${program}-`))) return true;
  // OpenShift gives the program's whole name to the namespace and half of it to the pod.
  for (const half of ['apiserver', 'controller-manager']) {
    if (name === half || name.startsWith(`${half}-`)) return namespace !== null && isOpenshiftHome(namespace, half);
  }
  const etcd = name === 'etcd' || name.startsWith('etcd-');
  return etcd && (namespace === null || SYSTEM_NAMESPACES.test(namespace));
}

function isOpenshiftHome(namespace: string, half: string): boolean {
  return namespace.startsWith('openshift-') && namespace.endsWith(half);
}

import type { LogType } from './log-type';
import { isNameServerName, isProxyName } from './network-place';
import { type Place, PlaceMemory } from './place-memory';

const CONTROL_PLANE = [
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  // What decides with the scheduler where pods run, and on how many nodes.
  'descheduler',
  'cluster-autoscaler',
  'karpenter',
  // The way from the API server to the nodes.
  'konnectivity-server',
  // Who tells the API server of EKS whose token it is.
  'aws-iam-authenticator',
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
  'kubeadm',
  'chronyd',
  // Talos has services of its own instead of units.
  'machined',
  'apid',
  'trustd',
  'udevd',
  'controller-runtime',
  // Network plugins and agents that write to the node's own folders; in a pod they are that pod's.
  'aws-vpc-cni',
  'multus',
  'kube-ovn',
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
  /(?:^|\/)(?:syslog|auth|messages|secure|kern|journal|dmesg|serial|boot|daemon|alternatives|cloud-init(?:-output)?|dpkg|yum|dnf(?:\.rpm)?|maillog|apt\/(?:history|term))(?:\.log)?(?:[.-]\d+)?(?:\.\w{2,3})?$/;

/** One binary that runs the control plane and the kubelet: only what it writes tells whose words they are. */
const ALL_IN_ONE: ReadonlySet<string> = new Set(['k3s', 'k3s-server', 'k0s', 'kubelite', 'hyperkube', 'microshift']);

const decided = new PlaceMemory();

/**
 * The type of what is written at a place, where the record itself does not decide: control plane by the program's name, then
 * network by the name of a proxy or a name server, then whatever else a pod writes is an application's, then the machine's
 * programs, units and well-known files. Null: nothing known.
 */
export function typeOfPlace(place: Place, path: string): LogType | null {
  const before = decided.find(place, path);
  if (before !== undefined) return before;
  const type = decide(place, path);
  decided.keep(place, path, type);
  return type;
}

function decide(place: Place, path: string): LogType | null {
  if (isControlPlane(place)) return 'control-plane';
  if (isNetworkPlace(place, path)) return 'network';
  if (place.pod !== null || place.container !== null) return 'application';
  if (place.unit !== null) return 'node';
  if (place.component !== null && NODE_PROGRAMS.has(place.component)) return 'node';
  return NODE_FILE.test(path) ? 'node' : null;
}

/** Whether a program is one that writes for the control plane and for the node alike. */
export function isAllInOne(component: string | null): boolean {
  return component !== null && ALL_IN_ONE.has(component);
}

/** The file's name counts where nobody told whose it is: `kubectl logs` was sent there. */
function isNetworkPlace({ pod, container, component, unit }: Place, path: string): boolean {
  if (unit !== null) return false;
  const names = [container, pod, component].filter((name) => name !== null);
  const known = names.length > 0 ? names : [path.slice(path.lastIndexOf('/') + 1)];
  return known.some((name) => isProxyName(name) || isNameServerName(name));
}

function isControlPlane(place: Place): boolean {
  const unit = place.unit?.replace(/\.service$/, '') ?? null;
  return [place.container, place.pod, place.component, unit].some(
    (name) => name !== null && isControlPlaneName(name, place.namespace),
  );
}

/**
 * Whether a program, pod or container belongs to the control plane: `kube-apiserver`, `kube-apiserver-node1`,
 * `openshift-kube-scheduler-node1`; etcd only where the cluster's own lives. `namespace` is null where nobody told.
 */
export function isControlPlaneName(name: string, namespace: string | null): boolean {
  const bare = name.startsWith('openshift-kube-') ? name.slice('openshift-'.length) : name;
  if (CONTROL_PLANE.some((program) => bare === program || bare.startsWith(`${program}-`))) return true;
  // Clouds put their name before it: `aws-cloud-controller-manager-x7k2p`.
  if (/^[a-z]{2,20}-cloud-controller-manager(?:-|$)/.test(bare)) return true;
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

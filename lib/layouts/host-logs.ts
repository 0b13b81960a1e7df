import { logStem, splitPath } from './file-name';
import type { Identity, Layout } from './layout';
import { isMachineName } from './machine-name';

const UNITS: ReadonlySet<string> = new Set([
  'kubelet',
  'containerd',
  'crio',
  'docker',
  'rke2-server',
  'rke2-agent',
  'k3s',
  'k3s-agent',
]);

/** Files that name a program, not a unit. */
const COMPONENTS: ReadonlyMap<string, string> = new Map([
  ['kern', 'kernel'],
  ['dmesg', 'kernel'],
  ['dockerd', 'dockerd'],
  ['cri-o', 'crio'],
  ['cloud-init', 'cloud-init'],
  ['kubeadm-init', 'kubeadm'],
  ['kubeadm-join', 'kubeadm'],
  ['kubeadm', 'kubeadm'],
  ['authenticator', 'aws-iam-authenticator'],
  ['aws-iam-authenticator', 'aws-iam-authenticator'],
  ['cloud-init-output', 'cloud-init'],
]);

/** Control plane programs that write files of their own on clusters made by hand. */
const CONTROL_PLANE =
  /^(kube-apiserver|kube-controller-manager|kube-scheduler|kube-proxy|cloud-controller-manager|etcd)$/;

/**
 * The same programs and the kubelet, in a longer name that somebody gave a copy: `worker-1_kubelet`, `kube-apiserver-node1`.
 * Their operators (`kube-apiserver-operator`) are other programs.
 */
const WITHIN =
  /(?:^|[_.-])(kube-apiserver|kube-controller-manager|kube-scheduler|kube-proxy|cloud-controller-manager|etcd|kubelet)(?:[_.].*|-(.+))?$/;

/** Files that many programs write: only their place says that they are a machine's. */
const SHARED: ReadonlySet<string> = new Set(['syslog', 'messages', 'auth', 'secure', 'journal', 'daemon']);

/** Well-known files of a machine, in `/var/log` or wherever they were copied to. */
export const hostLogs: Layout = {
  name: 'host-logs',
  title: "A machine's own logs",
  source: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/#looking-at-logs',
  read(path) {
    const { folders, file } = splitPath(path);
    const stem = logStem(file);
    const node = machineAbove(folders);
    const program = programOf(stem, folders);
    if (program !== null) return { ...program, node };
    const atHome = folders.includes('log') || SHARED.has(stem);
    return atHome && node !== null ? { node } : null;
  },
  examples: [
    { path: '/var/log/kubelet.log', identity: { component: 'kubelet', unit: 'kubelet.service' } },
    { path: 'node-3/var/log/containerd.log.1', identity: { node: 'node-3', component: 'containerd' } },
    { path: 'worker-1/var/log/syslog.2.gz', identity: { node: 'worker-1' } },
    { path: 'collected/web-1_kubelet.log', identity: { component: 'kubelet', unit: 'kubelet.service' } },
    { path: 'var/log/kern.log', identity: { component: 'kernel' } },
    { path: 'var/log/audit/audit.log', identity: { component: 'auditd' } },
    { path: '/var/log/kube-apiserver.log', identity: { component: 'kube-apiserver' } },
    { path: 'case-7/lab_kube-scheduler.log', identity: { component: 'kube-scheduler' } },
    { path: 'worker-1_kubelet_service.log', identity: { component: 'kubelet', unit: 'kubelet.service' } },
    { path: 'etcd-ip-10-0-0-1.log', identity: { component: 'etcd' } },
    { path: 'kube-apiserver-operator.log', identity: null },
    { path: 'etcd-backup.log', identity: null },
    { path: 'var/log/kubernetes/audit/audit.log', identity: null },
    { path: 'app/output.log', identity: null },
  ],
};

function programOf(stem: string, folders: readonly string[]): Partial<Identity> | null {
  if (UNITS.has(stem)) return { component: stem, unit: `${stem}.service` };
  if (CONTROL_PLANE.test(stem)) return { component: stem };
  // Whoever collects from several machines puts a name before the program's.
  const last = /[_-](kubelet|crio)$/.exec(stem)?.[1];
  if (last !== undefined) return { component: last, unit: `${last}.service` };
  const component = COMPONENTS.get(stem);
  if (component !== undefined) return { component };
  if (stem === 'audit' && folders.at(-1) === 'audit' && folders.at(-2) === 'log') return { component: 'auditd' };
  return programWithin(stem);
}

function programWithin(stem: string): Partial<Identity> | null {
  const match = WITHIN.exec(stem.slice(-255));
  const [, program, machine] = match ?? [];
  if (program === undefined || (machine !== undefined && !isMachineName(machine) && !/^\d+$/.test(machine)))
    return null;
  return program === 'kubelet' ? { component: program, unit: 'kubelet.service' } : { component: program };
}

/** The nearest folder that is named like a machine. */
function machineAbove(folders: readonly string[]): string | null {
  return folders.findLast((folder) => isMachineName(folder)) ?? null;
}

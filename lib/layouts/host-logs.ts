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
  ['cloud-init-output', 'cloud-init'],
]);

/** Control plane programs that write files of their own on clusters made by hand. */
const CONTROL_PLANE =
  /^(kube-apiserver|kube-controller-manager|kube-scheduler|kube-proxy|cloud-controller-manager|etcd)$/;

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
  const auditd = stem === 'audit' && folders.at(-1) === 'audit' && folders.at(-2) === 'log';
  return auditd ? { component: 'auditd' } : null;
}

/** The nearest folder that is named like a machine. */
function machineAbove(folders: readonly string[]): string | null {
  return folders.findLast((folder) => isMachineName(folder)) ?? null;
}

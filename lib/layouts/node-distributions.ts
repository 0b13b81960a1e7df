import { logStem, splitPath } from './file-name';
import type { Identity, Layout } from './layout';

const DATE_BEHIND = /-\d{4}-\d\d-\d\d_\d\d_\d\d_\d\d$/;

/**
 * Where distributions with their own supervisor keep logs: RKE2 and k3s under `/var/lib/rancher`, RKE in links named
 * `<container>_<id>.log`, MicroK8s in a folder per snap service of its inspection report, and Rancher's log collector in
 * `<host>-<time>/journald`.
 */
export const nodeDistributions: Layout = {
  name: 'node-distributions',
  title: 'RKE, RKE2, k3s and MicroK8s',
  source: 'https://docs.rke2.io/reference/logging',
  read(path) {
    const { folders, file } = splitPath(path);
    return rancher(folders, file) ?? snap(folders) ?? collected(folders, file);
  },
  examples: [
    {
      path: '/var/lib/rancher/rke2/agent/logs/kubelet.log',
      identity: { component: 'kubelet' },
    },
    { path: 'var/lib/rancher/k3s/agent/containerd/containerd.log', identity: { component: 'containerd' } },
    {
      path: 'var/lib/rancher/rke2/server/logs/audit-2024-01-02T03-04-05.678.log',
      identity: { component: 'kube-apiserver' },
    },
    {
      path: `/var/lib/rancher/rke/log/kube-scheduler_${'0a1b2c3d'.repeat(8)}.log`,
      identity: { component: 'kube-scheduler' },
    },
    {
      path: 'inspection-report/snap.microk8s.daemon-kubelite/journal.log',
      identity: { component: 'kubelite', unit: 'snap.microk8s.daemon-kubelite.service' },
    },
    {
      path: 'node-1-2024-01-02_03_04_05/journald/rke2-server',
      identity: { node: 'node-1', component: 'rke2-server', unit: 'rke2-server.service' },
    },
    { path: 'var/lib/rancher/k3s/server/manifests/coredns.yaml', identity: null },
    { path: 'backup/journald/notes', identity: null },
  ],
};

function rancher(folders: readonly string[], file: string): Partial<Identity> | null {
  const at = folders.lastIndexOf('rancher');
  const inside = folders.slice(at + 2);
  if (at < 0 || !file.includes('.log')) return null;
  const stem = logStem(file);
  if (folders[at + 1] === 'rke' && inside[0] === 'log') return { component: stem.replace(/_[0-9a-f]{12,64}$/, '') };
  if (folders[at + 1] !== 'rke2' && folders[at + 1] !== 'k3s') return null;
  const place = inside.join('/');
  if (place === 'agent/containerd' || place === 'agent/logs') return { component: stem };
  if (place === 'server/logs' || place === 'server/logs/audit') return { component: 'kube-apiserver' };
  return null;
}

function snap(folders: readonly string[]): Partial<Identity> | null {
  const service = folders.at(-1) ?? '';
  const component = /^snap\.(?:microk8s|k8s)\.(?:daemon-)?([a-z0-9-]{1,60})$/.exec(service)?.[1];
  return component === undefined ? null : { component, unit: `${service}.service` };
}

function collected(folders: readonly string[], file: string): Partial<Identity> | null {
  const root = folders.find((folder) => DATE_BEHIND.test(folder));
  if (root === undefined) return null;
  const node = root.replace(DATE_BEHIND, '');
  if (folders.at(-1) !== 'journald') return { node };
  const component = logStem(file);
  return { node, component, unit: `${component}.service` };
}

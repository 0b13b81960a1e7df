import { logStem, splitPath } from './file-name';
import type { Identity, Layout } from './layout';

/** OpenShift's support dump; its folders say namespace, pod and container, its host logs the systemd unit. */
export const mustGather: Layout = {
  name: 'must-gather',
  title: 'OpenShift must-gather',
  source: 'https://github.com/openshift/must-gather',
  read(path) {
    const { folders, file } = splitPath(path);
    return namespaced(folders, file) ?? hostService(folders, file) ?? auditLog(folders, file);
  },
  examples: [
    {
      path: 'must-gather/quay-io-x-sha256-0a/namespaces/shop/pods/cart-0/cart/cart/logs/current.log',
      identity: { namespace: 'shop', pod: 'cart-0', container: 'cart' },
    },
    {
      path: 'conditional/namespaces/shop/pods/cart-0/containers/cart/logs/last-100-lines.log',
      identity: { namespace: 'shop', pod: 'cart-0', container: 'cart' },
    },
    { path: 'namespaces/shop/pods/cart-0/cart-0.yaml', identity: { namespace: 'shop', pod: 'cart-0' } },
    { path: 'namespaces/shop/core/events.yaml', identity: { namespace: 'shop' } },
    {
      path: 'x/host_service_logs/masters/kubelet_service.log',
      identity: { component: 'kubelet', unit: 'kubelet.service' },
    },
    {
      path: 'x/audit_logs/kube-apiserver/master-0.lab-audit-2024-01-02T03-04-05.678.log.gz',
      identity: { node: 'master-0.lab', component: 'kube-apiserver' },
    },
    {
      path: 'x/audit_logs/openshift-apiserver/ip-10-0-1-2.ec2.internal-audit.log.gz',
      identity: { node: 'ip-10-0-1-2.ec2.internal', component: 'openshift-apiserver' },
    },
    { path: 'x/cluster-scoped-resources/core/nodes/master-0.yaml', identity: null },
    { path: 'audit_logs/notes.txt', identity: null },
  ],
};

function namespaced(folders: readonly string[], file: string): Partial<Identity> | null {
  const at = folders.lastIndexOf('namespaces');
  const namespace = folders[at + 1];
  if (at < 0 || namespace === undefined) return null;
  const pod = folders[at + 2] === 'pods' ? folders[at + 3] : undefined;
  if (pod === undefined) return { namespace };
  // The insights operator has one folder more.
  const container = folders[at + 4] === 'containers' ? folders[at + 5] : folders[at + 4];
  const isLog = folders.at(-1) === 'logs' && file.includes('.log');
  return isLog && container !== undefined ? { namespace, pod, container } : { namespace, pod };
}

function hostService(folders: readonly string[], file: string): Partial<Identity> | null {
  const at = folders.lastIndexOf('host_service_logs');
  const match = /^(.+)_(service|socket|timer|mount)$/.exec(logStem(file));
  const name = match?.[1];
  if (at < 0 || name === undefined) return null;
  return { component: name, unit: `${name}.${match?.[2] ?? 'service'}` };
}

function auditLog(folders: readonly string[], file: string): Partial<Identity> | null {
  const component = folders[folders.lastIndexOf('audit_logs') + 1];
  const end = file.lastIndexOf('-audit');
  if (!folders.includes('audit_logs') || component === undefined || end <= 0) return null;
  return { component, node: file.slice(0, end) };
}

import { logStem, splitPath } from './file-name';
import type { Layout } from './layout';

/** API servers that write an audit log of their own, by the folder in `/var/log`. */
const SERVERS: ReadonlySet<string> = new Set(['kube-apiserver', 'openshift-apiserver', 'oauth-apiserver']);
/** Folders in which clusters made by hand, by kubeadm, kops or RKE are told to keep it. */
const FOLDERS: ReadonlySet<string> = new Set(['kubernetes', 'audit', 'kube-audit', 'kubernetes-audit', 'apiserver']);

/** The API server's audit log on a control plane node: wherever `--audit-log-path` points, below `/var/log` as a rule. */
export const apiserverAudit: Layout = {
  name: 'apiserver-audit',
  title: "The API server's audit log on its node",
  source: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#log-backend',
  read(path) {
    const { folders, file } = splitPath(path);
    if (!/audit/i.test(file)) return null;
    const parent = folders.at(-1) ?? '';
    if (SERVERS.has(parent)) return { component: parent };
    const stem = logStem(file);
    if (/^(?:kube-apiserver|kubernetes|kube|k8s|apiserver)-audit(?:-log)?(?:\.json)?$/.test(stem)) {
      return { component: 'kube-apiserver' };
    }
    // `/var/log/audit/audit.log` is the kernel's.
    const kernels = parent === 'audit' && folders.at(-2) === 'log';
    const ours = folders.includes('log') && FOLDERS.has(parent) && !kernels;
    return ours ? { component: 'kube-apiserver' } : null;
  },
  examples: [
    { path: '/var/log/kubernetes/audit/audit.log', identity: { component: 'kube-apiserver' } },
    {
      path: 'var/log/kubernetes/audit/audit-2024-01-02T03-04-05.678.log',
      identity: { component: 'kube-apiserver' },
    },
    { path: 'var/log/kube-audit/audit-log.json', identity: { component: 'kube-apiserver' } },
    { path: 'var/log/kube-apiserver-audit.log.1', identity: { component: 'kube-apiserver' } },
    { path: 'host/var/log/oauth-apiserver/audit.log', identity: { component: 'oauth-apiserver' } },
    { path: 'var/log/audit/audit.log', identity: null },
    { path: 'shop/audit.log', identity: null },
  ],
};

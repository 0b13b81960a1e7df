import { logStem, splitPath } from './file-name';
import type { Identity, Layout } from './layout';

/** What the collector writes right into a node's folder. */
const OF_NODE: ReadonlyMap<string, string> = new Map([
  ['dmesg.log', 'kernel'],
  ['controller-runtime.log', 'controller-runtime'],
]);

/** A folder per node: `dmesg.log`, `service-logs/<service>.log`, `kubernetes-logs/kube-system/<container>[-exited].log`. */
export const talosSupport: Layout = {
  name: 'talos-support',
  title: 'talosctl support',
  source: 'https://github.com/siderolabs/go-talos-support/blob/main/support/collectors/collectors.go',
  read(path) {
    const { folders, file } = splitPath(path);
    const services = folders.lastIndexOf('service-logs');
    if (services > 0 && services === folders.length - 1 && file.includes('.log')) {
      return { node: folders[services - 1] ?? null, component: logStem(file) };
    }
    const pods = folders.lastIndexOf('kubernetes-logs');
    if (pods > 0 && pods === folders.length - 2) return containerLog(folders, file);
    const component = OF_NODE.get(file);
    const node = folders.at(-1) ?? '';
    return component !== undefined && isAddress(node) ? { node, component } : null;
  },
  examples: [
    {
      path: 'support/10.5.0.2/service-logs/kubelet.log',
      identity: { node: '10.5.0.2', component: 'kubelet' },
    },
    {
      path: 'support/10.5.0.2/kubernetes-logs/kube-system/kube-scheduler-exited.log',
      identity: { node: '10.5.0.2', namespace: 'kube-system', container: 'kube-scheduler' },
    },
    { path: '10.5.0.2/dmesg.log', identity: { node: '10.5.0.2', component: 'kernel' } },
    { path: 'logs/dmesg.log', identity: null },
    { path: 'support/kubernetesResources/nodes.yaml', identity: null },
  ],
};

function containerLog(folders: readonly string[], file: string): Partial<Identity> {
  return {
    node: folders.at(-3) ?? null,
    namespace: folders.at(-1) ?? null,
    container: logStem(file).replace(/-exited$/, ''),
  };
}

/** Nodes are named by the addresses that were given to talosctl. */
function isAddress(name: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) || /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i.test(name);
}

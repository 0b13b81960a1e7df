import { logName, splitPath } from './file-name';
import type { Identity, Layout } from './layout';
import { clusterOfKindNode, isMachineName } from './machine-name';

/** What `kind export logs` writes beside the pods' folders, and the program behind each. */
const NODE_FILES: ReadonlyMap<string, Partial<Identity>> = new Map<string, Partial<Identity>>([
  ['journal.log', {}],
  ['serial.log', {}],
  ['images.log', {}],
  ['inspect.json', {}],
  ['alternatives.log', { component: 'update-alternatives' }],
  ['kubernetes-version.txt', {}],
  ['kubelet.log', { component: 'kubelet', unit: 'kubelet.service' }],
  ['containerd.log', { component: 'containerd', unit: 'containerd.service' }],
  ['crio.log', { component: 'crio', unit: 'crio.service' }],
  ['docker.log', { component: 'dockerd', unit: 'docker.service' }],
]);

/** A folder per node with the node's own logs, `pods` and `containers` in it. */
export const kindExport: Layout = {
  name: 'kind-export',
  title: 'kind export logs',
  source: 'https://kind.sigs.k8s.io/docs/user/quick-start/#exporting-cluster-logs',
  read(path) {
    const { folders, file } = splitPath(path);
    const parent = folders.at(-1) ?? '';
    const known = NODE_FILES.get(logName(file));
    if (known !== undefined && isMachineName(parent)) return { ...ofNode(parent), ...known };
    const at = folders.findIndex((folder, index) => index > 0 && (folder === 'pods' || folder === 'containers'));
    const node = at > 0 ? (folders[at - 1] ?? '') : '';
    const inside = folders[at] === 'pods' ? (folders[at + 1] ?? '').split('_').length === 3 : file.includes('_');
    return inside && isMachineName(node) ? ofNode(node) : null;
  },
  examples: [
    {
      path: 'logs/kind-control-plane/kubelet.log',
      identity: { cluster: 'kind', node: 'kind-control-plane', component: 'kubelet', unit: 'kubelet.service' },
    },
    { path: 'out/lab-worker2/journal.log', identity: { cluster: 'lab', node: 'lab-worker2' } },
    {
      path: 'out/lab-worker/pods/shop_cart-0_6f1c2a34-0d5e-4f6a-8b7c-9d0e1f2a3b4c/cart/0.log',
      identity: { cluster: 'lab', node: 'lab-worker' },
    },
    { path: 'var/log/pods/shop_cart-0_6f1c2a34-0d5e-4f6a-8b7c-9d0e1f2a3b4c/cart/0.log', identity: null },
    { path: 'logs/kubelet.log', identity: null },
    { path: 'must-gather/namespaces/shop/pods/cart-0/cart/cart/logs/current.log', identity: null },
  ],
};

function ofNode(node: string): Partial<Identity> {
  return { node, cluster: clusterOfKindNode(node) };
}

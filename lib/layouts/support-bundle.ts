import { logStem, splitPath } from './file-name';
import type { Layout } from './layout';

/** Folders of the bundle that hold no pods. */
const OWN_FOLDERS: ReadonlySet<string> = new Set(['cluster-resources', 'host-collectors', 'cluster-info', 'kurl']);

/** troubleshoot.sh: `cluster-resources/pods/logs/<namespace>/<pod>/<container>.log` and lists of objects by namespace. */
export const supportBundle: Layout = {
  name: 'support-bundle',
  title: 'troubleshoot.sh support bundle',
  source: 'https://troubleshoot.sh/docs/collect/cluster-resources/',
  read(path) {
    const { folders, file } = splitPath(path);
    const at = folders.lastIndexOf('cluster-resources');
    if (at >= 0 && folders[at + 1] === 'pods' && folders[at + 2] === 'logs') {
      const [namespace, pod] = [folders[at + 3], folders[at + 4]];
      if (namespace === undefined || pod === undefined) return null;
      return { namespace, pod, container: containerOf(file) };
    }
    if (at >= 0 && at + 2 === folders.length && file.endsWith('.json')) return { namespace: file.slice(0, -5) };
    if (folders[at + 1] === 'custom-resources' && at >= 0) return { namespace: file.replace(/\.(?:yaml|json)$/, '') };
    // A collector of logs has a folder under the name that its author gave it.
    const root = folders.at(-3) ?? '';
    const name = folders.at(-2) ?? '';
    const collected = /^support-?bundle/.test(root) && file.includes('.log') && !OWN_FOLDERS.has(name);
    if (!(collected || name === 'all-logs')) return null;
    return { pod: folders.at(-1) ?? null, container: containerOf(file) };
  },
  examples: [
    {
      path: 'support-bundle/cluster-resources/pods/logs/shop/cart-0/cart-previous.log',
      identity: { namespace: 'shop', pod: 'cart-0', container: 'cart' },
    },
    { path: 'support-bundle/cluster-resources/events/shop.json', identity: { namespace: 'shop' } },
    { path: 'support-bundle/all-logs/cart-0/cart.log', identity: { pod: 'cart-0', container: 'cart' } },
    {
      path: 'support-bundle-2024-01-02T03_04_05/app/cart-0/cart-previous.log',
      identity: { pod: 'cart-0', container: 'cart' },
    },
    {
      path: 'support-bundle/cluster-resources/custom-resources/carts.shop.example/shop.yaml',
      identity: { namespace: 'shop' },
    },
    { path: 'support-bundle/host-collectors/run-host/kernel.log', identity: null },
    { path: 'support-bundle/cluster-resources/nodes.json', identity: null },
  ],
};

function containerOf(file: string): string {
  return logStem(file).replace(/-previous$/, '');
}

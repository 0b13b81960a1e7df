import { logName, splitPath } from './file-name';
import type { Identity, Layout } from './layout';

const UID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})$/;

/** The kubelet's own tree: `<namespace>_<pod>_<uid>/<container>/<restart>.log`, rotated as `0.log.20240102-030405.gz`. */
export const varLogPods: Layout = {
  name: 'var-log-pods',
  title: '/var/log/pods of a node',
  source: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/#log-location-node',
  read(path) {
    const { folders, file } = splitPath(path);
    for (let index = folders.length - 1; index >= 0; index -= 1) {
      const place = podFolder(folders[index] ?? '', folders[index - 1] === 'pods');
      if (place !== null) return { ...place, ...containerOf(folders[index + 1], file) };
    }
    return null;
  },
  examples: [
    {
      path: '/var/log/pods/shop_cart-7d9f_6f1c2a34-0d5e-4f6a-8b7c-9d0e1f2a3b4c/cart/3.log',
      identity: { namespace: 'shop', pod: 'cart-7d9f', container: 'cart', restart: 3 },
    },
    {
      path: 'pods/kube-system_etcd-n1_00112233445566778899aabbccddeeff/etcd/0.log.20240102-030405.gz',
      identity: { namespace: 'kube-system', pod: 'etcd-n1', container: 'etcd', restart: 0 },
    },
    {
      path: 'saved/shop_cart-0_6f1c2a34-0d5e-4f6a-8b7c-9d0e1f2a3b4c/cart/0.log',
      identity: { namespace: 'shop', pod: 'cart-0', container: 'cart', restart: 0 },
    },
    { path: 'notes/my_own_folder/readme/0.log', identity: null },
    { path: 'namespaces/shop/pods/cart-0/cart/cart/logs/current.log', identity: null },
  ],
};

function podFolder(folder: string, under: boolean): Partial<Identity> | null {
  const [namespace, pod, uid, ...more] = folder.split('_');
  if (!namespace || !pod || !uid || more.length > 0) return null;
  if (!under && !UID.test(uid)) return null;
  return { namespace, pod };
}

function containerOf(folder: string | undefined, file: string): Partial<Identity> {
  if (folder === undefined) return {};
  const restart = /^(\d{1,6})\.log/.exec(logName(file))?.[1];
  return { container: folder, restart: restart === undefined ? null : Number(restart) };
}

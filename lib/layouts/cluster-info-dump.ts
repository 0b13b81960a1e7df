import { splitPath } from './file-name';
import type { Layout } from './layout';

const LISTS: ReadonlySet<string> = new Set([
  'events.json',
  'replication-controllers.json',
  'services.json',
  'daemonsets.json',
  'deployments.json',
  'replicasets.json',
  'pods.json',
]);

/** A folder per namespace with lists of objects, and a folder per pod with one `logs.txt` for all its containers. */
export const clusterInfoDump: Layout = {
  name: 'cluster-info-dump',
  title: 'kubectl cluster-info dump',
  source: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_cluster-info/kubectl_cluster-info_dump/',
  read(path) {
    const { folders, file } = splitPath(path);
    const last = folders.at(-1);
    if (last === undefined) return null;
    if (file === 'logs.txt') {
      const namespace = folders.at(-2);
      return namespace === undefined ? null : { namespace, pod: last };
    }
    return LISTS.has(file) && folders.at(-2) !== 'cluster-resources' ? { namespace: last } : null;
  },
  examples: [
    { path: 'dump/shop/cart-7d9f-abcde/logs.txt', identity: { namespace: 'shop', pod: 'cart-7d9f-abcde' } },
    { path: 'dump/kube-system/events.json', identity: { namespace: 'kube-system' } },
    { path: 'dump/nodes.json', identity: null },
    { path: 'logs.txt', identity: null },
  ],
};

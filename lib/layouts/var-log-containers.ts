import { splitPath } from './file-name';
import type { Layout } from './layout';

/** `<pod>_<namespace>_<container>-<id>.log`; fluentd and its kin write the same name into tags and objects. */
export const varLogContainers: Layout = {
  name: 'var-log-containers',
  title: '/var/log/containers of a node',
  source: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/#log-location-node',
  read(path) {
    const { folders, file } = splitPath(path);
    const end = file.indexOf('.log');
    if (end < 0) return null;
    const name = file.slice(0, end).replace(/^(?:[a-z]+\.)?var\.log\.containers\./, '');
    const [pod, namespace, rest, ...more] = name.split('_');
    if (!pod || !namespace || !rest || more.length > 0) return null;
    const dash = rest.lastIndexOf('-');
    const hex = /^[0-9a-f]{12,64}$/.test(rest.slice(dash + 1));
    if (dash <= 0 || !hex) return null;
    if (rest.length - dash - 1 < 64 && folders.at(-1) !== 'containers') return null;
    return { namespace, pod, container: rest.slice(0, dash) };
  },
  examples: [
    {
      path: `/var/log/containers/cart-7d9f_shop_cart-main-${'0a1b2c3d'.repeat(8)}.log`,
      identity: { namespace: 'shop', pod: 'cart-7d9f', container: 'cart-main' },
    },
    {
      path: 'node-1/containers/etcd-n1_kube-system_etcd-0123456789ab.log.gz',
      identity: { namespace: 'kube-system', pod: 'etcd-n1', container: 'etcd' },
    },
    { path: 'logs/build_report_final-20240102030405.log', identity: null },
    { path: 'containers/app.log', identity: null },
  ],
};

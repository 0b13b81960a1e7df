import { splitPath } from './file-name';
import type { Layout } from './layout';

const ID = /^[0-9a-f]{64}$/;
const SHORT_ID_LENGTH = 12;

/** Docker's own tree, and the names that dockershim gave containers: `k8s_<container>_<pod>_<namespace>_<uid>_<attempt>`. */
export const dockerContainers: Layout = {
  name: 'docker-containers',
  title: '/var/lib/docker/containers of a node',
  source: 'https://docs.docker.com/engine/logging/drivers/json-file/',
  read(path) {
    const { folders, file } = splitPath(path);
    const shim = [...folders.slice(-1), file].find((segment) => segment.startsWith('k8s_'));
    if (shim !== undefined) {
      const [, container, pod, namespace, , attempt] = shim.split('_');
      if (!container || !pod || !namespace) return null;
      const restart = Number.parseInt(attempt ?? '', 10);
      return { namespace, pod, container, restart: Number.isNaN(restart) ? null : restart };
    }
    const id = folders.at(-1) ?? '';
    return ID.test(id) && file.startsWith(id) ? { container: id.slice(0, SHORT_ID_LENGTH) } : null;
  },
  examples: [
    {
      path: `/var/lib/docker/containers/${'0a1b2c3d'.repeat(8)}/${'0a1b2c3d'.repeat(8)}-json.log`,
      identity: { container: '0a1b2c3d0a1b' },
    },
    {
      path: 'rancher/k8s_cart_cart-0_shop_6f1c2a34-0d5e-4f6a-8b7c-9d0e1f2a3b4c_2.log',
      identity: { namespace: 'shop', pod: 'cart-0', container: 'cart', restart: 2 },
    },
    { path: 'containers/web/web-json.log', identity: null },
  ],
};

import { logStem, splitPath } from './file-name';
import type { Layout } from './layout';

/** OpenShift's insights operator: `config/pod/<namespace>/logs/<pod>/errors.log`, `config/node/logs/<node>.log`. */
export const insightsArchive: Layout = {
  name: 'insights-archive',
  title: 'OpenShift insights archive',
  source: 'https://github.com/openshift/insights-operator/blob/master/docs/insights-archive-sample',
  read(path) {
    const { folders, file } = splitPath(path);
    const at = folders.lastIndexOf('config');
    if (at < 0) return null;
    const kind = folders[at + 1];
    if (kind === 'node' && folders[at + 2] === 'logs') return { node: logStem(file) };
    const [namespace, logs, pod] = folders.slice(at + 2);
    if (kind !== 'pod' || namespace === undefined) return null;
    return logs === 'logs' && pod !== undefined ? { namespace, pod } : { namespace };
  },
  examples: [
    { path: 'archive/config/pod/shop/logs/cart-0/errors.log', identity: { namespace: 'shop', pod: 'cart-0' } },
    { path: 'config/node/logs/ip-10-0-1-2.ec2.internal.log', identity: { node: 'ip-10-0-1-2.ec2.internal' } },
    { path: 'config/version.json', identity: null },
  ],
};

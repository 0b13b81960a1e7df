import { logStem, splitPath } from './file-name';
import type { Layout } from './layout';

/**
 * Kubernetes makes the endings of pods' names of these characters only: no vowels, so that no words come out
 * (k8s.io/apimachinery, pkg/util/rand).
 */
const SAFE = '[bcdfghjklmnpqrstvwxz2456789]';
const NAME_MAX = 300;

/** A Deployment's pod: its name, the ReplicaSet's hash, the pod's own. Somebody's copy may have words around it. */
const OF_DEPLOYMENT = new RegExp(`(?:^|[_.])([a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?-${SAFE}{8,10}-${SAFE}{5})(?:[_.]|$)`);

/** Files that hold the output of one pod, named after it: `kubectl logs cart-5d78c9869d-x7k2p > cart-5d78c9869d-x7k2p.log`. */
export const podFile: Layout = {
  name: 'pod-file',
  title: 'A file named after its pod',
  source: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_logs/',
  read(path) {
    const stem = logStem(splitPath(path).file);
    if (stem.length > NAME_MAX) return null;
    const pod = OF_DEPLOYMENT.exec(stem)?.[1];
    return pod === undefined ? null : { pod };
  },
  examples: [
    { path: 'saved/cart-5d78c9869d-x7k2p.log', identity: { pod: 'cart-5d78c9869d-x7k2p' } },
    { path: 'case-7_cart-5d78c9869d-x7k2p_errors.log', identity: { pod: 'cart-5d78c9869d-x7k2p' } },
    { path: 'case-7.cart-5d78c9869d-x7k2p.txt', identity: { pod: 'cart-5d78c9869d-x7k2p' } },
    { path: 'cart-2024-01-02.log', identity: null },
    { path: 'cart-of-somebody-else.log', identity: null },
    { path: 'cart-5d78c9869d-x7k2p/notes.txt', identity: null },
  ],
};

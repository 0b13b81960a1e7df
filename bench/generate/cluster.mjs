import { Random } from './random.mjs';
import { skewed } from './skewed.mjs';

const NODES = 48;
const WORKLOADS = 360;
const PODS = 5000;
const PEOPLE = 120;
const OUTSIDERS = 2500;
const ROLES = [
  'gateway',
  'orders',
  'catalog',
  'session',
  'mailer',
  'ledger',
  'indexer',
  'thumbnails',
  'quotes',
  'stock',
];
const SYSTEM_NAMESPACES = ['kube-system', 'monitoring', 'ingress', 'storage', 'gitops'];
const BUSINESS_NAMESPACES = ['shop', 'payments', 'staging', 'data', 'web'];

/**
 * The cluster that all kinds of log tell of: the same pods, nodes, people and addresses in each, so that following one
 * from lane to lane finds something.
 * @param {string} seed
 */
export function makeCluster(seed) {
  const random = new Random(`cluster ${seed}`);
  const teams = Array.from({ length: 40 }, (_, index) => `team-${String(index + 1).padStart(2, '0')}`);
  const namespace = skewed([...SYSTEM_NAMESPACES, ...BUSINESS_NAMESPACES, ...teams], 0.9);
  const nodes = Array.from({ length: NODES }, (_, index) => ({
    name: `worker-${String(index + 1).padStart(3, '0')}.west.cluster.example`,
    ip: `10.1.${index >> 4}.${10 + index}`,
  }));
  const workloads = Array.from({ length: WORKLOADS }, (_, index) => ({
    name: `${ROLES[index % ROLES.length]}-${1 + Math.floor(index / ROLES.length)}`,
    namespace: namespace(random),
    hash: random.suffix(10),
    version: `${1 + random.below(4)}.${random.below(30)}.${random.below(10)}`,
  }));
  const workload = skewed(workloads, 0.8);
  const pods = Array.from({ length: PODS }, (_, index) => {
    const owner = workload(random);
    return {
      workload: owner,
      namespace: owner.namespace,
      name: `${owner.name}-${owner.hash}-${random.suffix(5)}`,
      node: random.of(nodes),
      ip: `10.${64 + (index >> 12)}.${(index >> 4) & 255}.${(index * 11) & 255}`,
      endpoint: random.below(4000),
      identity: 10_000 + random.below(9000),
    };
  });
  const outsiders = Array.from(
    { length: OUTSIDERS },
    () => `${20 + random.below(170)}.${random.below(256)}.${random.below(256)}.${1 + random.below(254)}`,
  );
  return {
    namespace,
    node: skewed(nodes, 0.3),
    pod: skewed(pods, 0.7),
    outsider: skewed(outsiders, 0.9),
    caller: skewed(makeCallers(random, nodes, workloads, pods), 0.95),
  };
}

/**
 * Who calls the API server. Name, program, address and habits belong together: a kubelet reports leases and pod states,
 * an operator watches, a person lists and now and then changes something.
 */
function makeCallers(random, nodes, workloads, pods) {
  const control = ['kube-controller-manager', 'kube-scheduler', 'apiserver'].map((name) => ({
    user: `system:${name}`,
    groups: ['system:authenticated'],
    agent: `${name}/v1.31.4 (linux/amd64) kubernetes/a78aa47/leader-election`,
    ip: '10.1.0.2',
    habits: 'controller',
  }));
  const kubelets = nodes.map(({ name, ip }) => ({
    user: `system:node:${name}`,
    groups: ['system:nodes', 'system:authenticated'],
    agent: 'kubelet/v1.31.4 (linux/amd64) kubernetes/a78aa47',
    ip,
    habits: 'kubelet',
  }));
  const operators = workloads.map(({ name, namespace, version }) => ({
    user: `system:serviceaccount:${namespace}:${name}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
    agent: `${name}/v${version} (linux/amd64) kubernetes/$Format client-go/v0.31.${random.below(5)}`,
    ip: random.of(pods).ip,
    habits: 'operator',
    namespace,
  }));
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    user: `person-${String(index + 1).padStart(3, '0')}@company.example`,
    groups: [`team-${String(1 + (index % 40)).padStart(2, '0')}`, 'system:authenticated'],
    agent: `kubectl/v1.${27 + random.below(5)}.${random.below(8)} (${random.of(['darwin/arm64', 'linux/amd64'])}) kubernetes/${random.hex(7)}`,
    ip: `192.0.2.${1 + (index % 250)}`,
    habits: 'person',
  }));
  return [...control, ...kubelets, ...operators, ...people];
}

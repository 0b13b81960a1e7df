import type { Random } from '../random';
import type { Names } from './names';

/** What a workload is for; the same in every cluster, whatever it is called there. */
export type Role =
  | 'shop'
  | 'cart'
  | 'orders'
  | 'documents'
  | 'mailer'
  | 'payments'
  | 'ledger'
  | 'database'
  | 'cache'
  | 'ingress'
  | 'certificates'
  | 'gitops'
  | 'prometheus'
  | 'exporter'
  | 'janitor'
  | 'falco'
  | 'cilium'
  | 'dns'
  | 'metrics'
  | 'etcd'
  | 'apiserver'
  | 'controllers'
  | 'scheduler';

export interface Workload {
  readonly role: Role;
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Static';
  readonly replicas: number;
  readonly container: string;
  readonly image: string;
  readonly port: number;
  readonly serviceIp: string;
  /** Cilium's number for all pods with these labels. */
  readonly identity: number;
}

type Row = readonly [Role, string, string, Workload['kind'], number, string, number];

function rows(names: Names): readonly Row[] {
  const own = `registry.${names.domain}`;
  return [
    ['shop', names.shop, 'shop', 'Deployment', 3, `${own}/shop/${names.shop}:4.18.2`, 8080],
    ['cart', 'cart', 'shop', 'Deployment', 2, `${own}/shop/cart:2.7.0`, 8080],
    ['orders', 'orders', 'shop', 'Deployment', 2, `${own}/shop/orders:3.3.1`, 8080],
    ['documents', names.documents, 'shop', 'Deployment', 2, `${own}/shop/${names.documents}:1.9.4`, 8080],
    ['mailer', 'mailer', 'shop', 'Deployment', 1, `${own}/shop/mailer:1.2.8`, 8080],
    ['payments', 'payments', 'payments', 'Deployment', 2, `${own}/payments/api:5.1.0`, 8443],
    ['ledger', 'ledger', 'payments', 'Deployment', 2, `${own}/payments/ledger:2.0.6`, 9000],
    ['database', 'postgres', 'data', 'StatefulSet', 2, 'docker.io/library/postgres:16.9', 5432],
    ['cache', 'redis', 'data', 'StatefulSet', 1, 'docker.io/library/redis:7.4.3', 6379],
    [
      'ingress',
      'ingress-nginx-controller',
      'ingress-nginx',
      'Deployment',
      2,
      'registry.k8s.io/ingress-nginx/controller:v1.12.2',
      443,
    ],
    [
      'certificates',
      'cert-manager',
      'cert-manager',
      'Deployment',
      1,
      'quay.io/jetstack/cert-manager-controller:v1.17.2',
      9402,
    ],
    ['gitops', 'argocd-application-controller', 'argocd', 'StatefulSet', 1, 'quay.io/argoproj/argocd:v2.14.11', 8082],
    ['prometheus', 'prometheus', 'monitoring', 'StatefulSet', 1, 'quay.io/prometheus/prometheus:v3.4.0', 9090],
    [
      'exporter',
      'event-exporter',
      'monitoring',
      'Deployment',
      1,
      'ghcr.io/resmoio/kubernetes-event-exporter:v1.7',
      2112,
    ],
    ['janitor', 'pvc-janitor', 'monitoring', 'Deployment', 1, `${own}/platform/pvc-janitor:0.6.1`, 8081],
    ['falco', 'falco', 'falco', 'DaemonSet', 5, 'docker.io/falcosecurity/falco:0.41.0', 8765],
    ['cilium', 'cilium', 'kube-system', 'DaemonSet', 5, 'quay.io/cilium/cilium:v1.17.4', 4240],
    ['dns', 'coredns', 'kube-system', 'Deployment', 2, 'registry.k8s.io/coredns/coredns:v1.12.1', 53],
    [
      'metrics',
      'metrics-server',
      'kube-system',
      'Deployment',
      1,
      'registry.k8s.io/metrics-server/metrics-server:v0.7.2',
      10250,
    ],
    ['etcd', 'etcd', 'kube-system', 'Static', 1, 'registry.k8s.io/etcd:3.5.21-0', 2379],
    ['apiserver', 'kube-apiserver', 'kube-system', 'Static', 1, 'registry.k8s.io/kube-apiserver:v1.32.5', 6443],
    [
      'controllers',
      'kube-controller-manager',
      'kube-system',
      'Static',
      1,
      'registry.k8s.io/kube-controller-manager:v1.32.5',
      10257,
    ],
    ['scheduler', 'kube-scheduler', 'kube-system', 'Static', 1, 'registry.k8s.io/kube-scheduler:v1.32.5', 10259],
  ];
}

/** Containers that are not called like their workload. */
const CONTAINERS: Partial<Record<Role, string>> = {
  ingress: 'controller',
  gitops: 'application-controller',
  cilium: 'cilium-agent',
};
const DNS_SERVICE_IP = '10.96.0.10';

export function makeWorkloads(names: Names, random: Random): readonly Workload[] {
  return rows(names).map(([role, name, namespace, kind, replicas, image, port], index) => ({
    role,
    name,
    namespace,
    kind,
    replicas,
    container: CONTAINERS[role] ?? name,
    image,
    port,
    serviceIp: role === 'dns' ? DNS_SERVICE_IP : `10.96.${random.between(1, 250)}.${20 + index}`,
    identity: 4000 + index * 997 + random.below(900),
  }));
}

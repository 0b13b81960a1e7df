import { accountOf, clientGo } from '../cluster';
import { connect } from '../happenings';
import { type Scene, timesOf } from '../scene';
import { HOUR } from '../week';
import { apiEnd, podEnd, writeAudit, writeKlog, writeOutput } from '../writers';
import type { Routine } from './routine';

const KINDS = [
  'deployments.apps',
  'services',
  'configmaps',
  'secrets',
  'ingresses.networking.k8s.io',
  'serviceaccounts',
  'roles.rbac.authorization.k8s.io',
  'rolebindings.rbac.authorization.k8s.io',
  'cronjobs.batch',
];
const APPLICATIONS = ['shop', 'payments', 'data', 'platform'];
const NAMESPACES = ['shop', 'payments', 'data'];

/** Programs in pods that work with the API server: they list everything, and read secrets, as their task is. */
export const operators: Routine = {
  name: 'operators',
  hour(scene, from) {
    const { random } = scene;
    for (let left = timesOf(scene, 46); left > 0; left -= 1) gitops(scene, from + random.below(HOUR));
    for (let left = timesOf(scene, 12); left > 0; left -= 1) certificates(scene, from + random.below(HOUR));
    for (let left = timesOf(scene, 12); left > 0; left -= 1) watchers(scene, from + random.below(HOUR));
  },
};

function gitops(scene: Scene, at: number): void {
  const { cluster, random } = scene;
  const pod = cluster.pod('gitops', at, random);
  const caller = accountOf(pod, clientGo('argocd-application-controller', 'v2.14.11'));
  const application = random.of(APPLICATIONS);
  if (random.chance(0.3)) {
    writeAudit(scene, {
      at,
      caller,
      verb: 'patch',
      resource: 'applications.argoproj.io',
      namespace: 'argocd',
      name: application,
    });
    const time = new Date(at / 1000).toISOString().slice(0, 19);
    writeOutput(
      scene,
      pod,
      at,
      `time="${time}Z" level=info msg="Reconciliation completed" app-namespace=argocd application=argocd/${application} dest-server="https://kubernetes.default.svc" patch_ms=${random.between(2, 30)} time_ms=${random.between(40, 900)}`,
      'stderr',
    );
  } else if (random.chance(0.6)) {
    writeAudit(scene, { at, caller, verb: 'list', resource: random.of(KINDS), query: 'limit=500' });
  } else {
    writeAudit(scene, {
      at,
      caller,
      verb: 'get',
      resource: 'secrets',
      namespace: random.of(NAMESPACES),
      name: random.of(['registry-credentials', 'database-login', 'tls-wildcard', 'bank-api-key']),
    });
  }
  if (random.chance(0.15)) connect(scene, { at: at - 1000, from: podEnd(pod), to: apiEnd(cluster), port: 6443 });
}

function certificates(scene: Scene, at: number): void {
  const { cluster, random } = scene;
  const pod = cluster.pod('certificates', at, random);
  const caller = accountOf(pod, clientGo('cert-manager-certificates-trigger', 'v1.17.2'));
  if (random.chance(0.5))
    writeAudit(scene, { at, caller, verb: 'get', resource: 'secrets', namespace: 'shop', name: 'tls-wildcard' });
  else writeAudit(scene, { at, caller, verb: 'list', resource: 'ingresses.networking.k8s.io', query: 'limit=500' });
  if (random.chance(0.2))
    writeKlog(
      scene,
      pod,
      at,
      'I',
      'controller.go:162',
      '"re-queuing item due to optimistic locking on resource" logger="cert-manager.controller" error="Operation cannot be fulfilled on certificates.cert-manager.io \\"tls-wildcard\\": the object has been modified"',
    );
}

function watchers(scene: Scene, at: number): void {
  const { cluster, random } = scene;
  const [role, agent, resource] = random.of([
    ['ingress', clientGo('nginx-ingress-controller', 'v1.12.2'), 'endpointslices.discovery.k8s.io'],
    ['prometheus', clientGo('prometheus', 'v3.4.0'), 'pods'],
    ['exporter', clientGo('kubernetes-event-exporter', 'v1.7'), 'events'],
    ['metrics', clientGo('metrics-server', 'v0.7.2'), 'nodes'],
  ] as const);
  const pod = cluster.pod(role, at, random);
  writeAudit(scene, {
    at,
    caller: accountOf(pod, agent),
    verb: 'list',
    resource,
    query: 'limit=500&resourceVersion=0',
  });
  if (random.chance(0.3)) connect(scene, { at: at - 1000, from: podEnd(pod), to: apiEnd(cluster), port: 6443 });
}

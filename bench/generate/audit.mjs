import { WeekClock } from './clock.mjs';
import { isPlanted, NEEDLES } from './needles.mjs';
import { skewed } from './skewed.mjs';

const HABITS = {
  kubelet: habit([
    'update leases',
    'get nodes',
    'patch nodes/status',
    'patch pods/status',
    'get secrets',
    'watch configmaps',
  ]),
  controller: habit([
    'update leases',
    'get endpoints',
    'watch replicasets',
    'update deployments/status',
    'create events',
    'list pods',
  ]),
  operator: habit([
    'watch services',
    'get configmaps',
    'list endpointslices',
    'update configmaps',
    'get secrets',
    'patch ingresses',
  ]),
  person: habit([
    'list pods',
    'get pods',
    'get pods/log',
    'list deployments',
    'patch deployments',
    'delete pods',
    'create pods/exec',
  ]),
};
const GROUPS = {
  leases: 'coordination.k8s.io',
  replicasets: 'apps',
  deployments: 'apps',
  endpointslices: 'discovery.k8s.io',
  ingresses: 'networking.k8s.io',
  clusterrolebindings: 'rbac.authorization.k8s.io',
};
const FAILURES = [
  [404, 'NotFound'],
  [404, 'NotFound'],
  [409, 'Conflict'],
  [403, 'Forbidden'],
  [429, 'TooManyRequests'],
  [500, 'InternalError'],
];
const PROBE_EVERY = 40_000;
const BINDING_EVERY = 120_000;
const BODY_SHARE = 0.5;

/** Lines of an API server's audit log (`audit.k8s.io/v1`), about 1.2 KB each. */
export function auditLines(cluster, random, count) {
  const clock = new WeekClock(count);
  return (index) => {
    const at = clock.next(random);
    const request = planned(index, random) ?? usual(cluster, random);
    return line(request, cluster, clock, at, random);
  };
}

function habit(actions) {
  return skewed(
    actions.map((action) => {
      const [verb, target] = action.split(' ');
      const [resource, subresource = ''] = target.split('/');
      return { verb, resource, subresource };
    }),
    0.8,
  );
}

function planned(index, random) {
  if (isPlanted(index, PROBE_EVERY)) {
    const caller = {
      user: 'system:anonymous',
      groups: ['system:unauthenticated'],
      agent: NEEDLES.agent,
      ip: NEEDLES.address,
    };
    const failure = [403, 'Forbidden'];
    return {
      caller,
      verb: 'list',
      resource: 'secrets',
      subresource: '',
      namespace: 'payments',
      name: '',
      failure,
      body: '',
    };
  }
  if (isPlanted(index, BINDING_EVERY)) {
    const caller = {
      user: 'person-017@company.example',
      groups: ['system:authenticated'],
      agent: 'kubectl/v1.27.0',
      ip: NEEDLES.address,
    };
    const body = `{"kind":"ClusterRoleBinding","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"${NEEDLES.binding}","uid":"${random.uuid()}"},"subjects":[{"kind":"User","name":"person-017@company.example"}],"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"cluster-admin"}}`;
    return {
      caller,
      verb: 'create',
      resource: 'clusterrolebindings',
      subresource: '',
      namespace: '',
      name: NEEDLES.binding,
      failure: null,
      body,
    };
  }
  return null;
}

function usual(cluster, random) {
  const caller = cluster.caller(random);
  const action = HABITS[caller.habits](random);
  const pod = cluster.pod(random);
  const plural = action.verb === 'list' || action.verb === 'watch';
  const writes = action.verb === 'create' || action.verb === 'patch' || action.verb === 'update';
  return {
    ...action,
    caller,
    namespace: action.resource === 'nodes' ? '' : (caller.namespace ?? pod.namespace),
    name: plural ? '' : nameOf(action.resource, pod),
    failure: random.chance(0.03) ? random.of(FAILURES) : null,
    body: writes && random.chance(BODY_SHARE) ? objectBody(action.resource, pod, random) : '',
  };
}

function nameOf(resource, pod) {
  if (resource === 'pods') return pod.name;
  if (resource === 'nodes' || resource === 'leases') return pod.node.name;
  return `${pod.workload.name}-${resource.slice(0, 6)}`;
}

function line(request, cluster, clock, at, random) {
  const { caller, verb, resource, subresource, namespace, name, failure, body } = request;
  const group = GROUPS[resource] ?? '';
  const received = clock.text(at, 6, random);
  const staged = clock.text(at + 1 + random.small(900), 6, random);
  const reference = [
    `"resource":"${resource}"`,
    namespace && `"namespace":"${namespace}"`,
    name && `"name":"${name}"`,
    group && `"apiGroup":"${group}"`,
    '"apiVersion":"v1"',
    `"resourceVersion":"${48_000_000 + random.below(2_000_000)}"`,
    subresource && `"subresource":"${subresource}"`,
  ].filter(Boolean);
  const code = failure ? failure[0] : verb === 'create' ? 201 : 200;
  const status = failure ? `,"status":"Failure","reason":"${failure[1]}"` : '';
  const refused = code === 403;
  const role = `${resource}-${verb === 'get' || verb === 'list' || verb === 'watch' ? 'reader' : 'editor'}`;
  const reason = refused
    ? ''
    : `RBAC: allowed by ClusterRoleBinding \\"${role}-binding\\" of ClusterRole \\"${role}\\" to User \\"${caller.user}\\"`;
  return (
    `{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"${body ? 'RequestResponse' : 'Metadata'}","auditID":"${random.uuid()}",` +
    `"stage":"ResponseComplete","requestURI":"${uri(request, group, random)}","verb":"${verb}",` +
    `"user":{"username":"${caller.user}","groups":${JSON.stringify(caller.groups)}${extra(caller, cluster, random)}},` +
    `"sourceIPs":["${caller.ip}"],"userAgent":"${caller.agent}","objectRef":{${reference.join(',')}},` +
    `"responseStatus":{"metadata":{},"code":${code}${status}}${body ? `,"requestObject":${body}` : ''},` +
    `"requestReceivedTimestamp":"${received}","stageTimestamp":"${staged}",` +
    `"annotations":{"authorization.k8s.io/decision":"${refused ? 'forbid' : 'allow'}","authorization.k8s.io/reason":"${reason}"}}`
  );
}

function uri({ verb, resource, subresource, namespace, name }, group, random) {
  const base = `${group ? `/apis/${group}` : '/api'}/v1${namespace ? `/namespaces/${namespace}` : ''}/${resource}`;
  const path = `${base}${name ? `/${name}` : ''}${subresource ? `/${subresource}` : ''}`;
  if (subresource === 'exec') return `${path}?command=sh&command=-c&command=env&container=main&stdin=true&tty=true`;
  if (verb === 'watch')
    return `${path}?allowWatchBookmarks=true&resourceVersion=${48_000_000 + random.below(2_000_000)}&watch=true`;
  return verb === 'list' ? `${path}?limit=500` : path;
}

/** What a service account's token says of the pod that holds it. */
function extra({ user }, cluster, random) {
  if (!user.startsWith('system:serviceaccount:')) return '';
  const pod = cluster.pod(random);
  return `,"extra":{"authentication.kubernetes.io/credential-id":["JTI=${random.uuid()}"],"authentication.kubernetes.io/node-name":["${pod.node.name}"],"authentication.kubernetes.io/pod-name":["${pod.name}"]}`;
}

function objectBody(resource, pod, random) {
  const head = `"metadata":{"name":"${nameOf(resource, pod)}","namespace":"${pod.namespace}","uid":"${random.uuid()}","labels":{"app":"${pod.workload.name}","version":"${pod.workload.version}"}}`;
  if (resource === 'leases') {
    return `{"kind":"Lease","apiVersion":"coordination.k8s.io/v1",${head},"spec":{"holderIdentity":"${pod.node.name}","leaseDurationSeconds":40,"leaseTransitions":${random.below(9)}}}`;
  }
  const variables = Array.from(
    { length: 2 + random.small(16) },
    (_, index) => `{"name":"SETTING_${index}","value":"${random.suffix(12)}"}`,
  );
  return `{${head},"spec":{"replicas":${1 + random.below(9)},"template":{"spec":{"containers":[{"name":"${pod.workload.name}","image":"registry.example/${pod.workload.name}:${pod.workload.version}","env":[${variables.join(',')}],"resources":{"requests":{"cpu":"100m","memory":"${64 << random.below(5)}Mi"}}}]}}}}`;
}

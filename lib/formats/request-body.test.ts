import { describe, expect, test } from 'vitest';
import { isDerivedAttribute, LogEvent } from '@/lib/events';
import type { Json } from './format';
import { readBodies } from './request-body';

interface Request {
  readonly verb?: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly path?: string;
  readonly request?: Json;
  readonly response?: Json;
}

function readRequest({ verb = 'create', resource, subresource, path, request, response }: Request): LogEvent {
  const event = new LogEvent();
  Object.assign(event, { verb, resource, subresource: subresource ?? null, path: path ?? null });
  readBodies(request, response, event);
  return event;
}

const POD_SPEC = {
  hostNetwork: true,
  hostPID: true,
  hostIPC: false,
  serviceAccountName: 'cart',
  securityContext: { runAsUser: 1000 },
  imagePullSecrets: [{ name: 'registry' }],
  volumes: [
    { name: 'root', hostPath: { path: '/' } },
    { name: 'keys', secret: { secretName: 'keys' } },
    { name: 'all', projected: { sources: [{ configMap: { name: 'roots' } }, { secret: { name: 'token' } }] } },
  ],
  containers: [
    {
      name: 'cart',
      image: 'registry.example/cart:1',
      command: ['sh', '-c'],
      args: ['id'],
      ports: [{ hostPort: 8443 }, { containerPort: 80 }],
      env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'pay', key: 'k' } } }],
      securityContext: { privileged: true, runAsUser: 0, capabilities: { add: ['SYS_ADMIN', 'NET_RAW'] } },
    },
  ],
  initContainers: [
    { name: 'init', image: 'registry.example/init:2', envFrom: [{ configMapRef: { name: 'settings' } }] },
  ],
};

const POD_ATTRIBUTES = {
  images: 'registry.example/cart:1,registry.example/init:2',
  'pod.hostNetwork': true,
  'pod.hostPID': true,
  'pod.serviceAccountName': 'cart',
  'pod.runAsUser': 0,
  'pod.hostPaths': '/',
  'pod.capabilities': 'SYS_ADMIN,NET_RAW',
  'pod.hostPorts': '8443',
  'pod.secrets': 'keys,token,pay,registry',
  'pod.configMaps': 'roots,settings',
  'pod.commands': 'sh -c id',
  'pod.privileged': true,
  'pod.privilegedContainers': 'cart',
};

describe('the pods of a request', () => {
  test.each([
    ['pods', { kind: 'Pod', spec: POD_SPEC }],
    ['deployments', { kind: 'Deployment', spec: { replicas: 2, template: { spec: POD_SPEC } } }],
    ['cronjobs', { kind: 'CronJob', spec: { jobTemplate: { spec: { template: { spec: POD_SPEC } } } } }],
    ['podtemplates', { kind: 'PodTemplate', template: { spec: POD_SPEC } }],
  ])('are found in %s', (resource, request) => {
    const event = readRequest({ resource, request });
    expect(event.attributes).toEqual(POD_ATTRIBUTES);
    expect(event.image).toBeNull();
  });

  test('are read from the answer too, and a single image is the event’s', () => {
    const response = { spec: { containers: [{ image: 'a:1', securityContext: { allowPrivilegeEscalation: true } }] } };
    const event = readRequest({ resource: 'pods', verb: 'patch', request: { metadata: {} }, response });
    expect(event.image).toBe('a:1');
    expect(event.attributes).toEqual({ images: 'a:1', 'pod.allowPrivilegeEscalation': true });
  });

  test('are read from a JSON Patch', () => {
    const request = [{ op: 'add', path: '/spec/template/spec/hostNetwork', value: true }];
    const event = readRequest({ resource: 'deployments', verb: 'patch', request });
    expect(event.attributes).toEqual({ 'pod.hostNetwork': true });
  });

  test('say nothing where somebody only read them or told their state', () => {
    expect(readRequest({ verb: 'get', resource: 'pods', response: { spec: POD_SPEC } }).attributes).toBeNull();
    expect(
      readRequest({ verb: 'patch', resource: 'pods', subresource: 'status', response: { spec: POD_SPEC } }).attributes,
    ).toBeNull();
  });

  test('bear any shape', () => {
    for (const odd of [null, 7, 'x', [], {}, [[]], { containers: [null, 7, { image: {} }] }]) {
      const request = { spec: { ...POD_SPEC, containers: odd, volumes: odd, securityContext: odd } };
      expect(() => readRequest({ resource: 'pods', request })).not.toThrow();
      expect(() => readRequest({ resource: 'pods', request: odd })).not.toThrow();
    }
  });
});

describe('other bodies', () => {
  test('a role tells its verbs, resources and wildcards', () => {
    const rules = [
      { apiGroups: ['*'], resources: ['pods'], verbs: ['get'] },
      { apiGroups: [''], resources: ['pods', 'secrets'], verbs: ['*'] },
    ];
    expect(readRequest({ resource: 'clusterroles', request: { rules } }).attributes).toEqual({
      'role.verbs': 'get,*',
      'role.resources': 'pods,secrets',
      'role.apiGroups': '*',
      'role.wildcardVerbs': true,
      'role.wildcards': 'apiGroups,verbs',
    });
  });

  test('a binding tells its role and subjects', () => {
    const request = {
      roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [
        { kind: 'User', name: 'alice' },
        { kind: 'ServiceAccount', namespace: 'shop', name: 'cart' },
      ],
    };
    expect(readRequest({ resource: 'clusterrolebindings', request }).attributes).toEqual({
      'binding.role': 'ClusterRole/cluster-admin',
      'binding.subjects': 'User:alice,ServiceAccount:shop/cart',
    });
  });

  test('a token request tells its audience and how long the token lives', () => {
    const request = {
      spec: {
        audiences: ['vault.example'],
        expirationSeconds: 86_400,
        boundObjectRef: { kind: 'Pod', name: 'cart-0' },
      },
    };
    const response = { status: { token: 'never kept', expirationTimestamp: '2024-05-07T07:08:09Z' } };
    expect(readRequest({ resource: 'serviceaccounts', subresource: 'token', request, response }).attributes).toEqual({
      'token.audiences': 'vault.example',
      'token.expirationSeconds': 86_400,
      'token.boundTo': 'Pod/cart-0',
      'token.expirationTimestamp': '2024-05-07T07:08:09Z',
    });
  });

  test('a secret tells its type and keys, never a value', () => {
    const request = { type: 'Opaque', data: { password: 'c2VjcmV0' }, stringData: { user: 'alice' } };
    expect(readRequest({ resource: 'secrets', request }).attributes).toEqual({
      'secret.type': 'Opaque',
      'data.keys': 'password,user',
    });
  });

  test('exec tells its command by the address or by the body', () => {
    const path = '/api/v1/namespaces/shop/pods/cart-0/exec?command=sh&command=-c&command=id+-u&container=cart&tty=true';
    const byPath = readRequest({ verb: 'get', resource: 'pods', subresource: 'exec', path });
    expect(byPath.container).toBe('cart');
    expect(byPath.attributes).toEqual({ 'exec.container': 'cart', 'exec.command': 'sh -c id -u', 'exec.tty': true });
    const request = { kind: 'PodExecOptions', container: 'cart', command: ['cat', '/etc/shadow'], stdin: true };
    const byBody = readRequest({ resource: 'pods', subresource: 'exec', request });
    expect(byBody.attributes).toEqual({
      'exec.container': 'cart',
      'exec.command': 'cat /etc/shadow',
      'exec.stdin': true,
    });
  });

  test('a node’s proxy tells what the kubelet was made to run, and nothing else', () => {
    const run = '/api/v1/nodes/node-1/proxy/run/shop/cart-0/cart?cmd=id';
    const read = (path: string) => readRequest({ resource: 'nodes', subresource: 'proxy', path }).attributes;
    expect(read(run)).toEqual({ 'exec.command': 'id' });
    expect(read('/api/v1/nodes/node-1/proxy/metrics?command=x')).toBeNull();
  });

  test('ports that are forwarded are named', () => {
    const request = { kind: 'PodPortForwardOptions', ports: [5432, 'x'] };
    expect(readRequest({ resource: 'pods', subresource: 'portforward', request }).attributes).toEqual({
      'portforward.ports': '5432',
    });
  });
});

test('what is put together from a request is known to be no path into a record', () => {
  const rules = [{ verbs: ['*'], resources: ['*'], apiGroups: ['*'] }];
  const events = [
    readRequest({ resource: 'pods', request: { spec: POD_SPEC } }),
    readRequest({ resource: 'clusterroles', request: { rules } }),
    readRequest({
      resource: 'clusterrolebindings',
      request: { roleRef: { kind: 'ClusterRole', name: 'admin' }, subjects: [{ kind: 'User', name: 'eve' }] },
    }),
    readRequest({ resource: 'configmaps', request: { data: { key: 'value' } } }),
  ];
  const names = events.flatMap(({ attributes }) => Object.keys(attributes ?? {})).filter((name) => name.includes('.'));
  expect(names).toEqual(expect.arrayContaining(['pod.privileged', 'role.wildcards', 'binding.role', 'data.keys']));
  expect(names.filter((name) => !isDerivedAttribute(name))).toEqual([]);
});

test.each<[Json, Record<string, unknown>]>([
  [{ spec: { rules: [{ host: 'shop.example' }] } }, { 'ingress.hosts': 'shop.example', 'ingress.tls': false }],
  [
    { spec: { rules: [{ host: 'a' }, { host: 'b' }], tls: [{ hosts: ['a'] }] } },
    { 'ingress.hosts': 'a,b', 'ingress.tls': true },
  ],
  [{ metadata: { labels: { a: 'b' } } }, {}],
])('an ingress tells its hosts and whether it has a certificate: %j', (request, attributes) => {
  expect(readRequest({ resource: 'ingresses', request }).attributes ?? {}).toEqual(attributes);
});

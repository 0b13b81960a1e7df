import type { LogEvent } from '@/lib/events';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime } from './json-time';
import { arrayOf, cut, integerOf, joinedTexts, objectOf, textOf } from './json-value';
import { groupOfVersion, property, resourceOfKind } from './kubernetes-names';
import type { ReadContext } from './read-context';

/** Any object of the API, as dumps have them: one event when it was created. What it says stays in the original. */
export const kubernetesObject: ObjectFormat = {
  name: 'kubernetes-object',
  title: 'Kubernetes objects',
  about:
    'Objects of a dump (pods, deployments, roles): one event at the time of creation, with the state that matters.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/',
  type: 'control-plane',
  reads: 'object',
  read(object, event, context) {
    const metadata = objectOf(object.metadata);
    if (metadata === null || !isKubernetesObject(object, metadata)) return NOT_MINE;
    const name = textOf(metadata.name);
    const kind = textOf(object.kind);
    event.type = 'control-plane';
    event.severity = 'info';
    setJsonTime(event, context, metadata.creationTimestamp);
    event.namespace = textOf(metadata.namespace) ?? event.namespace;
    event.name = name;
    event.resource = kind === null ? resourceOfPath(context) : resourceOfKind(kind);
    event.apiGroup = groupOfVersion(textOf(object.apiVersion));
    readOwner(metadata, event);
    const state = readState(object, event);
    const title = `${kind ?? event.resource ?? 'object'} ${event.namespace === null ? '' : `${event.namespace}/`}${name ?? '(list)'}`;
    event.message = cut(state === null ? title : `${title} ${state}`);
    return READ;
  },
  examples: [
    {
      text: '{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"cart","namespace":"shop","creationTimestamp":"2024-05-06T07:08:09Z"},"spec":{"replicas":2}}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000,
        type: 'control-plane',
        severity: 'info',
        resource: 'deployments',
        apiGroup: 'apps',
        name: 'cart',
        namespace: 'shop',
        message: 'Deployment shop/cart',
      },
    },
    {
      text: '{"metadata":{"name":"cart-0","namespace":"shop","creationTimestamp":"2024-05-06T07:08:09Z","ownerReferences":[{"kind":"StatefulSet","name":"cart"}]},"spec":{"nodeName":"node-1","serviceAccountName":"cart","containers":[{"name":"cart","image":"registry.example/cart:1"}]},"status":{"phase":"Running","containerStatuses":[{"name":"cart","restartCount":3,"lastState":{"terminated":{"reason":"OOMKilled"}}}]}}',
      event: {
        pod: 'cart-0',
        node: 'node-1',
        image: 'registry.example/cart:1',
        restart: 3,
        reason: 'OOMKilled',
        message: 'pods shop/cart-0 Running OOMKilled',
      },
    },
    {
      text: '{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[]}',
      event: { message: 'PodList (list)', time: null },
    },
    { text: '{"metadata":{"name":"my-dashboard"},"panels":[]}', event: null },
    { text: '{"kind":"order","apiVersion":2,"metadata":{"id":7}}', event: null },
  ],
};

/** Kind and version say it; the items of a list may lack both, but not what the server gave them. */
function isKubernetesObject(object: JsonObject, metadata: JsonObject): boolean {
  if (typeof object.kind === 'string' && typeof object.apiVersion === 'string') return true;
  if (typeof metadata.name !== 'string') return false;
  return typeof metadata.creationTimestamp === 'string' || typeof metadata.uid === 'string';
}

/** The items of a list do not say what they are; the file does: `pods.json`, `pods/shop.json`. Containers mean a pod. */
function resourceOfPath(context: ReadContext): string | null {
  const match = /(?:^|\/)(?:([a-z-]+)\/)?([a-z0-9.-]+)\.(?:json|ya?ml)$/i.exec(context.path.slice(-512));
  const names = [match?.[2], match?.[1]];
  const found = names.find((name) => name !== undefined && /^[a-z-]+s$/.test(name));
  return found?.replaceAll('-', '') ?? null;
}

function readOwner(metadata: JsonObject, event: LogEvent): void {
  const owner = objectOf(arrayOf(metadata.ownerReferences)[0]);
  const kind = textOf(owner?.kind);
  const name = textOf(owner?.name);
  if (kind !== null && name !== null) event.setAttribute('owner', `${kind}/${name}`);
}

/** A pod's state, or nothing for other objects; answers it in words. */
function readState(object: JsonObject, event: LogEvent): string | null {
  const spec = objectOf(object.spec);
  const status = objectOf(object.status);
  const phase = textOf(status?.phase);
  event.setAttribute('status.phase', phase);
  const containers = arrayOf(spec?.containers);
  if (object.kind !== 'Pod' && (object.kind !== undefined || containers.length === 0)) return phase;
  event.resource = 'pods';
  event.pod = event.name;
  event.node = textOf(spec?.nodeName) ?? event.node;
  event.setAttribute('serviceAccountName', textOf(spec?.serviceAccountName));
  event.image = textOf(objectOf(containers[0])?.image);
  event.setAttribute('images', joinedTexts(containers.slice(1).map((element) => objectOf(element)?.image ?? null)));
  for (const name of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
    if (spec?.[name] === true) event.setAttribute(name, true);
  }
  readContainers(status, event);
  event.reason ??= textOf(status?.reason);
  return [phase, event.reason].filter((part) => part !== null).join(' ') || null;
}

function readContainers(status: JsonObject | null, event: LogEvent): void {
  for (const element of arrayOf(status?.containerStatuses)) {
    const container = objectOf(element);
    const restarts = integerOf(container?.restartCount);
    if (restarts !== null && restarts > (event.restart ?? 0)) event.restart = restarts;
    const state = objectOf(container?.state);
    const before = objectOf(container?.lastState);
    event.reason ??=
      textOf(objectOf(property(state, 'waiting') ?? property(state, 'terminated'))?.reason) ??
      textOf(objectOf(property(before, 'terminated'))?.reason);
  }
}

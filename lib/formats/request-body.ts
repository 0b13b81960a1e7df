import type { LogEvent } from '@/lib/events';
import { readCertificateRequest, readReview, readTokenRequest } from './access-reviews';
import { readBinding, readRole } from './access-rules';
import { readAddedContainers } from './added-containers';
import { readExec } from './exec-request';
import type { Json, JsonObject } from './format';
import { objectOfPatch } from './json-patch';
import { arrayOf, cut, joinedTexts, objectOf, textOf } from './json-value';
import { NameSet } from './name-set';
import { readPodTraits } from './pod-traits';

const KEYS_MAX = 64;
const WEBHOOKS_MAX = 32;

/** Reads an object that was asked for, as the request and the answer have it. */
type BodyReader = (bodies: readonly JsonObject[], event: LogEvent) => void;

const READERS: ReadonlyMap<string, BodyReader> = new Map<string, BodyReader>([
  ['roles', readRole],
  ['clusterroles', readRole],
  ['rolebindings', readBinding],
  ['clusterrolebindings', readBinding],
  ['tokenreviews', readReview],
  ['subjectaccessreviews', readReview],
  ['localsubjectaccessreviews', readReview],
  ['selfsubjectaccessreviews', readReview],
  ['selfsubjectrulesreviews', readReview],
  ['selfsubjectreviews', readReview],
  ['certificatesigningrequests', readCertificateRequest],
  ['secrets', readData],
  ['configmaps', readData],
  ['services', readService],
  ['ingresses', readIngress],
  ['mutatingwebhookconfigurations', readWebhooks],
  ['validatingwebhookconfigurations', readWebhooks],
]);

const CHANGES: ReadonlySet<string> = new Set(['create', 'update', 'patch']);

/**
 * Derives from the bodies of a request what hunts ask for. Only of what changes the cluster: the answers to reads are what
 * others had written. The event must know verb, resource, subresource and path already.
 */
export function readBodies(request: Json | undefined, response: Json | undefined, event: LogEvent): void {
  const bodies = [objectOf(request) ?? objectOfPatch(request), objectOf(response)].filter((body) => body !== null);
  readExec(bodies, event);
  if (bodies.length === 0 || event.verb === null || !CHANGES.has(event.verb)) return;
  const { resource, subresource } = event;
  if (resource === 'serviceaccounts' && subresource === 'token') readTokenRequest(bodies, event);
  else if (subresource === 'binding') readPodBinding(bodies, event);
  else if (subresource === 'ephemeralcontainers') readPodTraits(bodies, event);
  else if (subresource === null || subresource === 'approval') {
    const reader = READERS.get(resource ?? '');
    if (reader === undefined) {
      readPodTraits(bodies, event);
      readAddedContainers(request, event);
    } else reader(bodies, event);
  }
}

/** The node that a scheduler chose for a pod. */
function readPodBinding(bodies: readonly JsonObject[], event: LogEvent): void {
  for (const body of bodies) event.setAttribute('pod.nodeName', textOf(objectOf(body.target)?.name)?.slice(0, 256));
}

/** The names of what a secret or config map holds, and a secret's type; never a value. */
function readData(bodies: readonly JsonObject[], event: LogEvent): void {
  const keys = new NameSet();
  for (const body of bodies) {
    event.setAttribute('secret.type', event.resource === 'secrets' ? textOf(body.type)?.slice(0, 256) : null);
    for (const name of ['data', 'stringData', 'binaryData'] as const) {
      for (const key of Object.keys(objectOf(body[name]) ?? {}).slice(0, KEYS_MAX)) keys.add(key);
    }
  }
  event.setAttribute('data.keys', keys.joined());
}

/** How far a service reaches: NodePort, LoadBalancer, or addresses of its own. */
function readService(bodies: readonly JsonObject[], event: LogEvent): void {
  for (const body of bodies) {
    const spec = objectOf(body.spec);
    event.setAttribute('service.type', textOf(spec?.type)?.slice(0, 64));
    event.setAttribute('service.externalIPs', joinedTexts(spec?.externalIPs));
    event.setAttribute('service.externalName', textOf(spec?.externalName)?.slice(0, 256));
  }
}

/** Which hosts an ingress answers for, and whether it has a certificate for any. */
function readIngress(bodies: readonly JsonObject[], event: LogEvent): void {
  const hosts = new NameSet();
  for (const body of bodies) {
    const spec = objectOf(body.spec);
    if (spec === null) continue;
    for (const rule of arrayOf(spec.rules).slice(0, KEYS_MAX)) hosts.add(objectOf(rule)?.host);
    event.setAttribute('ingress.tls', arrayOf(spec.tls).length > 0);
  }
  event.setAttribute('ingress.hosts', hosts.joined());
}

/** Where admission webhooks send what they see. */
function readWebhooks(bodies: readonly JsonObject[], event: LogEvent): void {
  const targets = new NameSet();
  for (const body of bodies) {
    for (const element of arrayOf(body.webhooks).slice(0, WEBHOOKS_MAX)) {
      const client = objectOf(objectOf(element)?.clientConfig);
      const service = objectOf(client?.service);
      const name = textOf(service?.name);
      targets.add(client?.url);
      if (name !== null) targets.add(cut(`${textOf(service?.namespace) ?? '?'}/${name}`));
    }
  }
  event.setAttribute('webhook.targets', targets.joined());
}

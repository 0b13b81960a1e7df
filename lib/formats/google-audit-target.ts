import type { LogEvent } from '@/lib/events';
import { cut } from './json-value';

const TARGET_LENGTH_MAX = 2048;
/** A version of an API stands between its group and the resource: `v1`, `v1beta1`. */
const VERSION = /^v\d{1,3}(?:(?:alpha|beta)\d{1,3})?$/;

/**
 * What a request to GKE's API server was about. The target is `<group>/<version>[/namespaces/<namespace>][/<resource>
 * [/<name>[/<subresource>]]]`, the method `io.k8s.<group>.<version>.<resource>[.<subresource>].<verb>`, which knows the
 * subresource even where the target leaves it out.
 * Source: https://cloud.google.com/kubernetes-engine/docs/how-to/audit-logging
 */
export function readKubernetesTarget(method: string, target: string, event: LogEvent): void {
  const parts = target.slice(0, TARGET_LENGTH_MAX).split('/');
  const [resource, subresource] = resourceOfMethod(method);
  const at = parts.findIndex((part) => VERSION.test(part));
  if (at < 1) {
    if (resource === null) event.path = cut(`/${target}`);
    event.resource = resource;
    event.subresource = subresource;
    return;
  }
  const group = parts[at - 1] ?? '';
  event.apiGroup = group === 'core' || group === '' ? null : group;
  const rest = withoutNamespace(parts.slice(at + 1), resource, event);
  event.resource = rest[0] ?? resource;
  event.name = rest[1] ?? null;
  event.subresource = rest.length > 2 ? rest.slice(2).join('/') : subresource;
}

/** Takes `namespaces/<namespace>` off, unless the namespace is itself what was asked for. */
function withoutNamespace(parts: readonly string[], resource: string | null, event: LogEvent): readonly string[] {
  if (parts[0] !== 'namespaces' || parts[1] === undefined || parts[1] === '') return parts;
  event.namespace = parts[1];
  return resource === 'namespaces' || parts.length === 2 ? parts : parts.slice(2);
}

/** Resource and subresource of a method. */
function resourceOfMethod(method: string): readonly [string | null, string | null] {
  const parts = method.split('.');
  const at = parts.findIndex((part) => VERSION.test(part));
  const names = at < 0 ? [] : parts.slice(at + 1, -1);
  return [names[0] ?? null, names.length > 1 ? names.slice(1).join('/') : null];
}

import type { Caller } from '../cluster';
import type { Scene } from '../scene';
import { isoTime } from '../week';
import { byLumberjack, folderOf } from './places';

/** A request to the API server. */
export interface ApiRequest {
  readonly at: number;
  readonly caller: Caller;
  readonly verb: string;
  /** As in a role: `pods`, `pods/exec`, `deployments.apps`. */
  readonly resource?: string;
  /** The path of what is no resource. */
  readonly address?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** Behind the question mark. */
  readonly query?: string;
  readonly status?: number;
  /** The body, for requests that the policy records with it. */
  readonly body?: unknown;
  readonly tookMs?: number;
  /** What allowed it, where it is not what usually does. */
  readonly grant?: string;
}

/** Versions of the API groups that the sample speaks of. */
const VERSIONS: Readonly<Record<string, string>> = {
  'authorization.k8s.io': 'v1',
  'metrics.k8s.io': 'v1beta1',
  'argoproj.io': 'v1alpha1',
};
const REASONS: ReadonlyMap<number, string> = new Map([
  [403, 'Forbidden'],
  [404, 'NotFound'],
  [409, 'Conflict'],
  [422, 'Invalid'],
]);

/** The API server's audit trail, one request a line; a request that begins a stream has two stages. */
export function writeAudit(scene: Scene, request: ApiRequest): void {
  const { cluster, random } = scene;
  const file = byLumberjack(`${folderOf(cluster, cluster.control)}/var/log/kubernetes/audit/audit.log`);
  const id = random.uuid();
  const isStream = /\/(?:exec|attach|portforward)/.test(request.resource ?? '') && (request.status ?? 200) < 400;
  const took = Math.round((request.tookMs ?? random.mostlySmall(2, 60)) * 1000) + random.below(900);
  if (isStream) {
    const begun = request.at + 9_000;
    scene.book.write(file, begun, line(request, id, 'ResponseStarted', begun, 101));
    scene.book.write(file, request.at + took, line(request, id, 'ResponseComplete', request.at + took, 101));
    return;
  }
  const done = request.at + took;
  scene.book.write(file, done, line(request, id, 'ResponseComplete', done, request.status ?? statusOf(request.verb)));
}

function statusOf(verb: string): number {
  return verb === 'create' ? 201 : 200;
}

function line(request: ApiRequest, id: string, stage: string, done: number, status: number): string {
  const { caller } = request;
  const target = targetOf(request);
  return JSON.stringify({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: request.body === undefined ? 'Metadata' : 'RequestResponse',
    auditID: id,
    stage,
    requestURI: addressOf(request, target),
    verb: request.verb,
    user: {
      username: caller.user,
      groups: caller.groups,
      ...(caller.extra === undefined ? {} : { extra: caller.extra }),
    },
    sourceIPs: [caller.ip],
    userAgent: caller.agent,
    ...(request.resource === undefined ? {} : { objectRef: objectOf(request, target) }),
    responseStatus: responseOf(request, target, status),
    ...(request.body === undefined ? {} : { requestObject: request.body }),
    requestReceivedTimestamp: isoTime(request.at, 6),
    stageTimestamp: isoTime(done, 6),
    annotations: {
      'authorization.k8s.io/decision': status === 403 ? 'forbid' : 'allow',
      'authorization.k8s.io/reason': status === 403 ? '' : (request.grant ?? caller.grant),
    },
  });
}

function objectOf(request: ApiRequest, target: Target) {
  return {
    resource: target.resource,
    ...(request.namespace === undefined ? {} : { namespace: request.namespace }),
    ...(request.name === undefined ? {} : { name: request.name }),
    ...(target.group === '' ? {} : { apiGroup: target.group }),
    apiVersion: target.version,
    ...(target.subresource === '' ? {} : { subresource: target.subresource }),
  };
}

interface Target {
  readonly resource: string;
  readonly subresource: string;
  readonly group: string;
  readonly version: string;
}

function targetOf({ resource = '' }: ApiRequest): Target {
  const [kind = '', subresource = ''] = resource.split('/');
  const dot = kind.indexOf('.');
  const group = dot === -1 ? '' : kind.slice(dot + 1);
  return { resource: dot === -1 ? kind : kind.slice(0, dot), subresource, group, version: VERSIONS[group] ?? 'v1' };
}

function addressOf(
  { address, namespace, name, query }: ApiRequest,
  { resource, subresource, group, version }: Target,
): string {
  if (address !== undefined) return address;
  const parts = group === '' ? ['api', version] : ['apis', group, version];
  if (namespace !== undefined) parts.push('namespaces', namespace);
  parts.push(resource);
  if (name !== undefined) parts.push(name);
  if (subresource !== '') parts.push(subresource);
  return `/${parts.join('/')}${query === undefined ? '' : `?${query}`}`;
}

function responseOf({ caller, verb, name, namespace }: ApiRequest, target: Target, status: number) {
  if (status < 400) return { metadata: {}, code: status };
  const reason = REASONS.get(status) ?? 'InternalError';
  const kind = target.group === '' ? target.resource : `${target.resource}.${target.group}`;
  const place = namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const messages: Readonly<Record<string, string>> = {
    Forbidden: `${kind}${name === undefined ? '' : ` "${name}"`} is forbidden: User "${caller.user}" cannot ${verb} resource "${target.resource}" in API group "${target.group}" ${place}`,
    NotFound: `${kind} "${name ?? ''}" not found`,
    Conflict: `Operation cannot be fulfilled on ${kind} "${name ?? ''}": the object has been modified; please apply your changes to the latest version and try again`,
  };
  return {
    metadata: {},
    status: 'Failure',
    message: messages[reason] ?? 'the request is not valid',
    reason,
    details: { ...(name === undefined ? {} : { name }), kind: target.resource },
    code: status,
  };
}

import { logTypeCode, severityCode } from '@/lib/events';
import type { FieldReference, KnownOf, StoredValue } from '@/lib/query';
import { WORKLOAD_KINDS } from './workload-kinds';

/** Requests to the API server that asked for the same, and of which the audit log has as much. */
export interface KeptRequests {
  /** What was asked for; undefined where it does not matter what. */
  readonly verb: string | null | undefined;
  readonly resource: string | null | undefined;
  readonly subresource: string | null | undefined;
  /** The level that the audit policy has for them (audit.k8s.io/v1, Level); null where the shape of the log does not tell. */
  readonly level: string | null;
  /** The last stage that is there of them (audit.k8s.io/v1, Stage); null where the shape of the log does not tell. */
  readonly stage: string | null;
  /** All stages that are there, where there are several: "RequestReceived,ResponseComplete". */
  readonly stages: string | null;
}

/** What keeps a part of a request out of the log: the level, the stages, or nothing that is looked at. */
export interface Regard {
  readonly level: boolean;
  readonly stage: boolean;
}

/**
 * What becomes known after a request was received: for whom it acts, whether it may, what came of it. Only who asks is found out
 * before (k8s.io/apiserver, DefaultBuildHandlerChain).
 */
const OF_OUTCOME =
  /^(?:status|decision|reason|annotations\.(?!authentication\.).+|rbac\..+|responseStatus\..+|impersonatedUser\..+)$/;
/** What formats make of the bodies of changes (`lib/formats/request-body.ts`). */
const OF_CHANGES =
  /^(?:data\.keys|secret\.type|(?:binding|role|webhook|service|ingress|token|review|certificate)\..+)$/;
const OF_PODS = /^(?:images?|pod\..+)$/;
const REQUEST_BODY = /^requestObject(?:\.|$)/;
/** What stands in answers alone. */
const RESPONSE_BODY =
  /^(?:responseObject(?:\..+)?|review\.(?:allowed|denied|authenticated)|token\.expirationTimestamp)$/;

const WORKLOADS: ReadonlySet<unknown> = new Set(WORKLOAD_KINDS);
const CHANGES: ReadonlySet<string> = new Set(['create', 'update', 'patch']);
const WITH_BODY: ReadonlySet<string> = new Set([...CHANGES, 'delete', 'deletecollection']);
/** Their answers are streams, which the audit log never holds. */
const STREAMING: ReadonlySet<string> = new Set(['watch', 'connect']);

const AUDIT = logTypeCode('audit');
const INFO = severityCode('info');

/** Whether nothing is there that came after they were received. */
export function isOnlyReceived({ stage }: KeptRequests): boolean {
  return stage === 'RequestReceived';
}

/** All stages that are there of them. */
export function stagesOf({ stage, stages }: KeptRequests): string[] {
  return stage === null ? [] : (stages ?? stage).split(',');
}

/** What is known of the fields of such requests: missing is what they never have, and what the log did not keep of them. */
export function knownOf(request: KeptRequests, regard: Regard, untoldBodies: boolean): KnownOf {
  return (field) => {
    const { kind, name } = field;
    if (kind === 'type') return AUDIT;
    if (name === 'verb' || name === 'resource' || name === 'subresource') return request[name];
    const atStage = regard.stage ? atStageOf(request, field) : undefined;
    if (atStage !== undefined) return atStage;
    const body = bodyOf(field);
    if (body === null) return undefined;
    const keeps = keepsBody(request, body, untoldBodies);
    return has(request, body, keeps) && (keeps || !regard.level) ? undefined : null;
  };
}

/** What its stages tell of a field; undefined where they tell nothing. */
function atStageOf(request: KeptRequests, field: FieldReference): StoredValue | null | undefined {
  const { kind, name } = field;
  if (name === 'stage' || name === 'stages') return request[name];
  if (!isOnlyReceived(request)) return undefined;
  if (kind === 'severity') return INFO;
  return OF_OUTCOME.test(name) || bodyOf(field) !== null ? null : undefined;
}

/** `pods`: what is made of changes of pods and of whatever makes pods; `changes`: what is made of other changes. */
type Body = 'pods' | 'changes' | 'request' | 'response';

function bodyOf({ kind, name }: FieldReference): Body | null {
  if (kind !== 'attribute') return name === 'image' ? 'pods' : null;
  if (REQUEST_BODY.test(name)) return 'request';
  if (RESPONSE_BODY.test(name)) return 'response';
  if (OF_PODS.test(name)) return 'pods';
  return OF_CHANGES.test(name) ? 'changes' : null;
}

/** Whether the API server knows such a thing of them, whatever of it is kept. */
function has({ verb, resource, subresource }: KeptRequests, body: Body, keeps: boolean): boolean {
  if (typeof verb !== 'string') return true;
  if (body === 'response') return !STREAMING.has(verb);
  if (body !== 'pods') return (body === 'changes' ? CHANGES : WITH_BODY).has(verb);
  // Kinds of the cluster's own may hold pods, too; that theirs are hidden nobody can tell.
  const isWorkload = WORKLOADS.has(resource) && (subresource === null || subresource === 'ephemeralcontainers');
  return CHANGES.has(verb) && (keeps || isWorkload);
}

function keepsBody({ level }: KeptRequests, body: Body, untoldBodies: boolean): boolean {
  if (level === null) return untoldBodies;
  return level === 'RequestResponse' || (level === 'Request' && body !== 'response');
}

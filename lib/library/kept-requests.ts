import { logTypeCode, severityCode } from '@/lib/events';
import type { FieldReference, KnownOf } from '@/lib/query';

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
  /^(?:image|images|data\.keys|secret\.type|(?:pod|binding|role|webhook|service|ingress|token|review|certificate)\..+)$/;
const REQUEST_BODY = /^requestObject(?:\.|$)/;
/** What stands in answers alone. */
const RESPONSE_BODY =
  /^(?:responseObject(?:\..+)?|review\.(?:allowed|denied|authenticated)|token\.expirationTimestamp)$/;

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

/** What is known of the fields of such requests: missing is what they never have, and what the log did not keep of them. */
export function knownOf(request: KeptRequests, regard: Regard, untoldBodies: boolean): KnownOf {
  const { verb, stage, stages } = request;
  const received = regard.stage && isOnlyReceived(request);
  return (field) => {
    const { name } = field;
    if (field.kind === 'type') return AUDIT;
    if (name === 'verb' || name === 'resource' || name === 'subresource') return request[name];
    if (regard.stage && name === 'stage') return stage;
    if (regard.stage && name === 'stages') return stages;
    if (received && field.kind === 'severity') return INFO;
    if (received && OF_OUTCOME.test(name)) return null;
    const body = bodyOf(field);
    if (body === null) return undefined;
    if (received || !has(verb, body)) return null;
    return regard.level && !keeps(request, body, untoldBodies) ? null : undefined;
  };
}

type Body = 'changes' | 'request' | 'response';

function bodyOf({ kind, name }: FieldReference): Body | null {
  if (kind !== 'attribute') return name === 'image' ? 'changes' : null;
  if (REQUEST_BODY.test(name)) return 'request';
  if (RESPONSE_BODY.test(name)) return 'response';
  return OF_CHANGES.test(name) ? 'changes' : null;
}

function has(verb: KeptRequests['verb'], body: Body): boolean {
  if (typeof verb !== 'string') return true;
  if (body === 'response') return !STREAMING.has(verb);
  return (body === 'changes' ? CHANGES : WITH_BODY).has(verb);
}

function keeps({ level }: KeptRequests, body: Body, untoldBodies: boolean): boolean {
  if (level === null) return untoldBodies;
  return level === 'RequestResponse' || (level === 'Request' && body !== 'response');
}

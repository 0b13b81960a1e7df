import type { LogEvent } from '@/lib/events';
import { auditSentence, auditSeverity } from './audit-request';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readKubernetesTarget } from './google-audit-target';
import { reasonOfCode, statusOfCode } from './google-status';
import { addressOf, arrayOf, cut, integerOf, isObject, joinedTexts, objectOf, textOf } from './json-value';
import { readBodies } from './request-body';

const AUDIT_LOG = 'type.googleapis.com/google.cloud.audit.AuditLog';
const METHOD_LENGTH_MAX = 512;
/** Methods and permissions of the API server begin so. */
const KUBERNETES = 'io.k8s.';
const PERMISSIONS_MAX = 16;

/** Google's own shape of the audit trail, of GKE's API server and of its other services; the content of a log entry. */
export const googleAudit: ObjectFormat = {
  name: 'google-audit',
  title: 'Google Cloud audit logs',
  about:
    'AuditLog payloads: requests to the API server of GKE in the fields of a Kubernetes audit event, and calls of other services.',
  source: 'https://cloud.google.com/logging/docs/reference/audit/auditlog/rest/Shared.Types/AuditLog',
  type: 'audit',
  reads: 'object',
  read(object, event) {
    if (!isAuditLog(object)) return NOT_MINE;
    event.type = 'audit';
    const method = (textOf(object.methodName) ?? '').slice(0, METHOD_LENGTH_MAX);
    readCaller(object, event);
    readTarget(object, method, event);
    readDecision(object.authorizationInfo, event);
    readStatus(objectOf(object.status), event);
    if (event.status === null) readAnswer(objectOf(object.response), event);
    event.name ??= nameOf(object.response);
    if (event.resource === 'pods') event.pod = event.name;
    readBodies(object.request, object.response, event);
    event.setAttribute('methodName', method);
    event.setAttribute('serviceName', textOf(object.serviceName)?.slice(0, 128));
    const unusual = auditSeverity(event);
    event.severity = unusual === 'info' ? (event.severity ?? 'info') : unusual;
    event.message = auditSentence(event);
    return READ;
  },
  examples: [
    {
      text: '{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","serviceName":"k8s.io","methodName":"io.k8s.core.v1.pods.exec.create","resourceName":"core/v1/namespaces/shop/pods/cart-0/exec","authenticationInfo":{"principalEmail":"alice@example.com"},"authorizationInfo":[{"granted":true,"permission":"io.k8s.core.v1.pods.exec.create","resource":"core/v1/namespaces/shop/pods/cart-0/exec"}],"requestMetadata":{"callerIp":"192.0.2.7","callerSuppliedUserAgent":"kubectl/v1.31.0"},"status":{}}',
      event: {
        type: 'audit',
        severity: 'info',
        user: 'alice@example.com',
        verb: 'create',
        resource: 'pods',
        subresource: 'exec',
        namespace: 'shop',
        name: 'cart-0',
        pod: 'cart-0',
        apiGroup: null,
        decision: 'allow',
        status: 200,
        srcIp: '192.0.2.7',
        userAgent: 'kubectl/v1.31.0',
        message: 'alice@example.com create pods/cart-0/exec in shop 200',
      },
    },
    {
      text: '{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","methodName":"io.k8s.authorization.rbac.v1.clusterrolebindings.create","resourceName":"rbac.authorization.k8s.io/v1/clusterrolebindings/ops-admin","authenticationInfo":{"principalEmail":"bob@example.com"},"authorizationInfo":[{"permission":"io.k8s.authorization.rbac.v1.clusterrolebindings.create"}],"status":{"code":7,"message":"forbidden"}}',
      event: {
        severity: 'warning',
        resource: 'clusterrolebindings',
        apiGroup: 'rbac.authorization.k8s.io',
        name: 'ops-admin',
        decision: 'forbid',
        status: 403,
        reason: 'PERMISSION_DENIED',
      },
    },
    {
      text: '{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","serviceName":"container.googleapis.com","methodName":"google.container.v1.ClusterManager.CreateCluster","resourceName":"projects/lab-1/zones/example-1a/clusters/blue","status":{"code":3,"message":"no such version"}}',
      event: {
        verb: 'CreateCluster',
        resource: 'clusters',
        name: 'blue',
        status: 400,
        reason: 'INVALID_ARGUMENT',
        message: 'unknown user CreateCluster clusters/blue 400 INVALID_ARGUMENT',
      },
    },
    {
      text: '{"methodName":"io.k8s.core.v1.pods.create","request":{"spec":{"hostNetwork":true}},"requestMetadata":{"callerIP":"192.0.2.7"},"response":{"kind":"Status","status":"Failure","code":409,"reason":"AlreadyExists"}}',
      event: {
        verb: 'create',
        resource: 'pods',
        srcIp: '192.0.2.7',
        status: 409,
        reason: 'AlreadyExists',
        attributes: { 'pod.hostNetwork': true, methodName: 'io.k8s.core.v1.pods.create' },
      },
    },
    {
      text: '{"serviceName":"deploymentmanager.googleapis.com","methodName":"v2.deploymentmanager.deployments.insert","authorizationInfo":[{"granted":true,"permission":"io.k8s.batch.v1.cronjobs.create","resource":"batch/v1/namespaces/shop/cronjobs/tidy"}]}',
      event: {
        verb: 'create',
        resource: 'cronjobs',
        namespace: 'shop',
        name: 'tidy',
        apiGroup: 'batch',
        decision: 'allow',
      },
    },
    { text: '{"@type":"type.googleapis.com/google.appengine.logging.v1.RequestLog","resource":"/"}', event: null },
    { text: '{"methodName":"run","serviceName":"shop"}', event: null },
  ],
};

/** Exports may leave the type out, or write it under another name; a method and whatever belongs to a call show it then. */
function isAuditLog(object: JsonObject): boolean {
  if (object['@type'] !== undefined) return object['@type'] === AUDIT_LOG;
  if (typeof object.methodName !== 'string') return false;
  if (object.methodName.startsWith(KUBERNETES)) return true;
  const { serviceName, resourceName, authenticationInfo, authorizationInfo } = object;
  const called = typeof serviceName === 'string' || typeof resourceName === 'string';
  return called && (isObject(authenticationInfo) || Array.isArray(authorizationInfo));
}

function readCaller(object: JsonObject, event: LogEvent): void {
  const who = objectOf(object.authenticationInfo);
  const subject = textOf(who?.principalSubject);
  event.user = textOf(who?.principalEmail) ?? subject ?? textOf(who?.authoritySelector);
  event.setAttribute('user.subject', subject === null || subject === event.user ? null : cut(subject));
  event.setAttribute('user.key', textOf(who?.serviceAccountKeyName)?.slice(0, 512));
  const from = objectOf(object.requestMetadata);
  // Copies of the log in other stores write the name as an acronym.
  event.srcIp = addressOf(from?.callerIp) ?? addressOf(from?.callerIP);
  event.userAgent = textOf(from?.callerSuppliedUserAgent) ?? event.userAgent;
}

function readTarget(object: JsonObject, method: string, event: LogEvent): void {
  const target = textOf(object.resourceName);
  event.verb = method === '' ? null : method.slice(method.lastIndexOf('.') + 1);
  event.setAttribute('resourceName', target === null ? null : cut(target));
  if (object.serviceName === 'k8s.io' || method.startsWith(KUBERNETES)) {
    readKubernetesTarget(method, target ?? '', event);
    return;
  }
  if (readOnBehalf(object.authorizationInfo, event)) return;
  if (target === null) return;
  // `projects/<id>/zones/<zone>/clusters/<name>`: collection and name in turn.
  const parts = target.slice(0, 2048).split('/');
  if (parts.length < 2 || parts.length % 2 !== 0) event.path = cut(target);
  else {
    event.resource = parts.at(-2) ?? null;
    event.name = parts.at(-1) ?? null;
  }
}

/** Other services of the cloud that change objects of a cluster need its permissions, whose names say what is done. */
function readOnBehalf(value: Json | undefined, event: LogEvent): boolean {
  for (const element of arrayOf(value).slice(0, PERMISSIONS_MAX)) {
    const info = objectOf(element);
    const permission = textOf(info?.permission)?.slice(0, METHOD_LENGTH_MAX);
    if (permission?.startsWith(KUBERNETES) !== true) continue;
    event.verb = permission.slice(permission.lastIndexOf('.') + 1);
    readKubernetesTarget(permission, textOf(info?.resource) ?? '', event);
    return true;
  }
  return false;
}

/** What was not granted has no `granted` at all; one refusal refuses the call. */
function readDecision(value: Json | undefined, event: LogEvent): void {
  const infos = arrayOf(value);
  if (infos.length === 0) return;
  const refused = infos.some((info) => {
    const granted = objectOf(info)?.granted;
    return granted !== true && granted !== 'true';
  });
  event.decision ??= refused ? 'forbid' : 'allow';
  const permissions = infos.slice(0, PERMISSIONS_MAX).map((info) => objectOf(info)?.permission ?? null);
  event.setAttribute('permissions', joinedTexts(permissions));
}

function readStatus(status: JsonObject | null, event: LogEvent): void {
  if (status === null) return;
  const code = integerOf(status.code) ?? 0;
  event.status = statusOfCode(code);
  event.reason = reasonOfCode(code);
  const message = textOf(status.message);
  event.setAttribute('status.message', message === null ? null : cut(message));
}

/** The API server's own word on a failure, where the entry says nothing of it: an object of kind Status. */
function readAnswer(answer: JsonObject | null, event: LogEvent): void {
  if (answer?.status !== 'Failure') return;
  event.status = integerOf(answer.code);
  event.reason ??= textOf(answer.reason) ?? 'Failure';
}

/** The name that the server made up for a created object. */
function nameOf(body: Json | undefined): string | null {
  return textOf(objectOf(objectOf(body)?.metadata)?.name);
}

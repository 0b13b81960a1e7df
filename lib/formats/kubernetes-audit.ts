import type { LogEvent } from '@/lib/events';
import { auditSentence, auditSeverity } from './audit-request';
import { isFurtherStage, joinStages, setStage } from './audit-stages';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime, textMicros } from './json-time';
import { addressOf, arrayOf, cut, integerOf, isObject, joinedTexts, objectOf, textOf } from './json-value';
import { readRbacReason } from './rbac-reason';
import type { ReadContext } from './read-context';
import { readBodies } from './request-body';

const DECISION = 'authorization.k8s.io/decision';
const REASON = 'authorization.k8s.io/reason';
/** More annotations or user extras than this are somebody's mistake or attack; the original keeps them. */
const EXTRAS_MAX = 16;

/** The API server's audit trail, in every version of the API; also without an `apiVersion`, as webhooks deliver it. */
export const kubernetesAudit: ObjectFormat = {
  name: 'kubernetes-audit',
  title: 'Kubernetes audit',
  about:
    'An event for each API request, made of its stages: who asked for what, from where, and whether it was allowed. Of the bodies, what matters to hunts becomes fields; the rest stays in the original.',
  source: 'https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/',
  type: 'audit',
  reads: 'object',
  read(object, event, context) {
    if (!isAudit(object)) return NOT_MINE;
    event.type = 'audit';
    readTimes(object, event, context);
    readUser(object, event);
    readTarget(object, event);
    readOutcome(object, event);
    event.userAgent = textOf(object.userAgent);
    event.path = textOf(object.requestURI);
    readAddresses(object.sourceIPs, event);
    for (const name of ['level', 'stage', 'auditID'] as const)
      event.setAttribute(name, textOf(object[name])?.slice(0, 256));
    setStage(event, textOf(object.auditID), textOf(object.stage));
    readBodies(object.requestObject, object.responseObject, event);
    event.message = auditSentence(event);
    return READ;
  },
  join: joinStages,
  belongs: isFurtherStage,
  examples: [
    {
      text: '{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"RequestResponse","auditID":"5c1e","stage":"ResponseComplete","requestURI":"/apis/rbac.authorization.k8s.io/v1/clusterrolebindings","verb":"create","user":{"username":"alice","groups":["ops","system:authenticated"]},"sourceIPs":["192.0.2.7","10.0.0.1"],"userAgent":"kubectl/v1.31.0","objectRef":{"resource":"clusterrolebindings","name":"ops-admin-tmp","apiGroup":"rbac.authorization.k8s.io","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":201},"requestReceivedTimestamp":"2024-05-06T07:08:09.100000Z","stageTimestamp":"2024-05-06T07:08:09.112500Z","annotations":{"authorization.k8s.io/decision":"allow","authorization.k8s.io/reason":""}}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 100) * 1000,
        type: 'audit',
        severity: 'info',
        message: 'alice create clusterrolebindings/ops-admin-tmp 201',
        user: 'alice',
        verb: 'create',
        resource: 'clusterrolebindings',
        apiGroup: 'rbac.authorization.k8s.io',
        name: 'ops-admin-tmp',
        decision: 'allow',
        status: 201,
        srcIp: '192.0.2.7',
        durationMs: 12.5,
      },
    },
    {
      text: '{"kind":"Event","apiVersion":"audit.k8s.io/v1beta1","metadata":{"creationTimestamp":"2024-05-06T07:08:09Z"},"timestamp":"2024-05-06T07:08:09Z","level":"Metadata","auditID":"7d2f","stage":"ResponseComplete","requestURI":"/api/v1/namespaces/shop/secrets","verb":"list","user":{"username":"system:admin"},"impersonatedUser":{"username":"bob"},"sourceIPs":["::1"],"objectRef":{"resource":"secrets","namespace":"shop","apiVersion":"v1"},"responseStatus":{"status":"Failure","reason":"Forbidden","code":403}}',
      event: {
        message: 'system:admin as bob list secrets in shop 403 Forbidden',
        severity: 'warning',
        reason: 'Forbidden',
        namespace: 'shop',
        srcIp: '::1',
      },
    },
    {
      text: '{"auditID":"9a3b","level":"Request","stage":"ResponseStarted","verb":"create","requestURI":"/api/v1/namespaces/shop/pods/cart-0/exec?command=sh\\u0026command=-c\\u0026command=id+-u\\u0026container=cart","user":{"username":"mallory"},"objectRef":{"resource":"pods","namespace":"shop","name":"cart-0","subresource":"exec"},"responseStatus":{"code":101},"stageTimestamp":"2024-05-06T07:08:09Z"}',
      event: {
        message: 'mallory create pods/cart-0/exec in shop 101',
        subresource: 'exec',
        pod: 'cart-0',
        container: 'cart',
      },
    },
    {
      text: '{"kind":"Event","auditID":"a1f0","stage":"ResponseComplete","verb":"list","requestURI":"/api/v1/nodes","user":{"username":"ann","groups":["ops"]},"objectRef":{"resource":"nodes"},"responseStatus":{"code":200},"stageTimestamp":"2024-05-06T07:08:09Z","annotations":{"authorization.k8s.io/decision":"allow","authorization.k8s.io/reason":"RBAC: allowed by ClusterRoleBinding \\"ops-view\\" of ClusterRole \\"view\\" to Group \\"ops\\""}}',
      event: {
        decision: 'allow',
        attributes: {
          'user.groups': 'ops',
          'rbac.binding': 'ops-view',
          'rbac.role': 'view',
          'rbac.subject': 'Group/ops',
          stage: 'ResponseComplete',
          auditID: 'a1f0',
        },
      },
    },
    {
      text: '{"kind":"Event","verb":"get","sourceIPs":["192.0.2.9"],"responseStatus":{"code":403}}',
      event: { type: 'audit', verb: 'get', status: 403, srcIp: '192.0.2.9', severity: 'warning' },
    },
    { text: '{"verb":"run","user":"alice","msg":"not an API request"}', event: null },
    { text: '{"kind":"Policy","apiVersion":"audit.k8s.io/v1","rules":[{"level":"Metadata"}]}', event: null },
  ],
};

/** Shippers and exports cut events down; what says no more than kind and verb, or the API's version, is one still. */
function isAudit(object: JsonObject): boolean {
  if (typeof object.auditID === 'string') return object.stage !== undefined || object.verb !== undefined;
  const versioned = typeof object.apiVersion === 'string' && object.apiVersion.startsWith('audit.k8s.io/');
  const event = object.kind === 'Event';
  if (versioned && (event || object.kind === undefined)) return true;
  if (typeof object.verb !== 'string') return false;
  if (object.requestURI !== undefined || object.objectRef !== undefined) return event || isObject(object.user);
  return event && (isObject(object.user) || Array.isArray(object.sourceIPs) || isObject(object.responseStatus));
}

function readTimes(object: JsonObject, event: LogEvent, context: ReadContext): void {
  const received = object.requestReceivedTimestamp;
  const staged = object.stageTimestamp;
  const from = textMicros(received);
  const to = textMicros(staged);
  // An envelope tells when the event was delivered, which may be much later.
  if ((from !== null && isZoned(received)) || (to !== null && isZoned(staged))) event.time = null;
  if (!setJsonTime(event, context, received) && !setJsonTime(event, context, staged)) {
    if (!setJsonTime(event, context, object.timestamp)) {
      setJsonTime(event, context, objectOf(object.metadata)?.creationTimestamp);
    }
  }
  if (from !== null && to !== null && to >= from) event.durationMs = (to - from) / 1000;
}

/** Whether a time says all, so that nothing around it knows better. */
function isZoned(value: Json | undefined): boolean {
  return typeof value === 'string' && (value.endsWith('Z') || /[+-]\d\d:?\d\d$/.test(value.slice(-6)));
}

function readUser(object: JsonObject, event: LogEvent): void {
  const user = objectOf(object.user);
  if (user !== null) {
    event.user = textOf(user.username);
    event.setAttribute('user.groups', joinedTexts(user.groups));
    const extra = objectOf(user.extra);
    if (extra !== null) readExtras(extra, 'user.extra.', event);
  }
  const impersonated = objectOf(object.impersonatedUser) ?? objectOf(object.ImpersonatedUser);
  if (impersonated === null) return;
  event.setAttribute('impersonatedUser.username', textOf(impersonated.username));
  event.setAttribute('impersonatedUser.groups', joinedTexts(impersonated.groups));
}

function readExtras(extras: JsonObject, prefix: string, event: LogEvent): void {
  let count = 0;
  for (const name of Object.keys(extras)) {
    count += 1;
    if (count > EXTRAS_MAX) return;
    const value = extras[name];
    event.setAttribute(prefix + name, typeof value === 'string' ? cut(value) : joinedTexts(value));
  }
}

function readTarget(object: JsonObject, event: LogEvent): void {
  event.verb = textOf(object.verb);
  // An envelope names the API server's own pod; a request names none but the one that it is about.
  event.namespace = null;
  event.pod = null;
  event.container = null;
  const target = objectOf(object.objectRef);
  if (target === null) return;
  event.resource = textOf(target.resource);
  event.subresource = textOf(target.subresource);
  event.namespace = textOf(target.namespace);
  event.apiGroup = textOf(target.apiGroup) ?? groupOf(target.apiVersion);
  event.name = textOf(target.name) ?? nameOf(object.responseObject) ?? nameOf(object.requestObject);
  if (event.resource === 'pods') event.pod = event.name;
}

/** Early versions wrote group and version as one: `apps/v1`. */
function groupOf(version: Json | undefined): string | null {
  if (typeof version !== 'string') return null;
  const slash = version.indexOf('/');
  return slash > 0 ? version.slice(0, slash) : null;
}

/** The name that the server made up for a created object; lists and statuses have none. */
function nameOf(body: Json | undefined): string | null {
  return textOf(objectOf(objectOf(body)?.metadata)?.name);
}

function readOutcome(object: JsonObject, event: LogEvent): void {
  const response = objectOf(object.responseStatus);
  if (response !== null) readResponse(response, event);
  const annotations = objectOf(object.annotations);
  if (annotations !== null) readAnnotations(annotations, event);
  event.severity = object.stage === 'Panic' ? 'error' : auditSeverity(event);
}

function readResponse(response: JsonObject, event: LogEvent): void {
  event.status = integerOf(response.code);
  event.reason = textOf(response.reason);
  // Copies may leave the code out; that it failed must not be lost with it.
  if (event.status === null && response.status === 'Failure') event.reason ??= 'Failure';
  const message = textOf(response.message);
  event.setAttribute('responseStatus.message', message === null ? null : cut(message));
}

function readAnnotations(annotations: JsonObject, event: LogEvent): void {
  event.decision = textOf(annotations[DECISION]);
  let count = 0;
  for (const name of Object.keys(annotations)) {
    count += 1;
    if (count > EXTRAS_MAX) break;
    const value = annotations[name];
    if (name === DECISION || typeof value !== 'string') continue;
    if (name === REASON && readRbacReason(value, event)) continue;
    event.setAttribute(`annotations.${name}`, cut(value));
  }
}

function readAddresses(value: Json | undefined, event: LogEvent): void {
  const addresses = arrayOf(value);
  let others = '';
  for (const element of addresses) {
    const address = addressOf(element);
    if (event.srcIp === null && address !== null) event.srcIp = address;
    else if (typeof element === 'string' && others.length < 512) others += others === '' ? element : `,${element}`;
  }
  event.setAttribute('sourceIPs', cut(others));
}

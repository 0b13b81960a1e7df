import type { LogEvent } from '@/lib/events';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime, textMicros } from './json-time';
import { addressOf, arrayOf, cut, integerOf, isObject, joinedTexts, objectOf, textOf } from './json-value';
import type { ReadContext } from './read-context';

const DECISION = 'authorization.k8s.io/decision';
/** More annotations or user extras than this are somebody's mistake or attack; the original keeps them. */
const EXTRAS_MAX = 16;

/** The API server's audit trail, in every version of the API; also without an `apiVersion`, as webhooks deliver it. */
export const kubernetesAudit: ObjectFormat = {
  name: 'kubernetes-audit',
  title: 'Kubernetes audit',
  about:
    'One event per stage of an API request: who asked for what, from where, and whether it was allowed. Request and response bodies stay in the original.',
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
    for (const name of ['level', 'stage', 'auditID'] as const) event.setAttribute(name, textOf(object[name]));
    readCommand(event);
    event.message = sentence(event);
    return READ;
  },
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
      event: { message: 'mallory create pods/cart-0/exec in shop 101', subresource: 'exec', pod: 'cart-0' },
    },
    {
      text: '{"kind":"Event","verb":"get","sourceIPs":["192.0.2.9"],"responseStatus":{"code":403}}',
      event: { type: 'audit', verb: 'get', status: 403, srcIp: '192.0.2.9', severity: 'warning' },
    },
    { text: '{"verb":"run","user":"alice","msg":"not an API request"}', event: null },
    { text: '{"kind":"Policy","apiVersion":"audit.k8s.io/v1","rules":[{"level":"Metadata"}]}', event: null },
  ],
};

function isAudit(object: JsonObject): boolean {
  if (typeof object.auditID === 'string') return object.stage !== undefined || object.verb !== undefined;
  const named = typeof object.apiVersion === 'string' && object.apiVersion.startsWith('audit.k8s.io/');
  if (named && (object.kind === 'Event' || object.kind === undefined)) return true;
  if (typeof object.verb !== 'string') return false;
  // Excerpts keep little more than who and how it ended.
  if (object.kind === 'Event') return isObject(object.user) || Array.isArray(object.sourceIPs);
  return (object.requestURI !== undefined || object.objectRef !== undefined) && isObject(object.user);
}

function readTimes(object: JsonObject, event: LogEvent, context: ReadContext): void {
  const received = object.requestReceivedTimestamp;
  const staged = object.stageTimestamp;
  if (!setJsonTime(event, context, received) && !setJsonTime(event, context, staged)) {
    if (!setJsonTime(event, context, object.timestamp)) {
      setJsonTime(event, context, objectOf(object.metadata)?.creationTimestamp);
    }
  }
  const from = textMicros(received);
  const to = textMicros(staged);
  if (from !== null && to !== null && to >= from) event.durationMs = (to - from) / 1000;
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
  if (response !== null) {
    event.status = integerOf(response.code);
    event.reason = textOf(response.reason);
    const message = textOf(response.message);
    event.setAttribute('responseStatus.message', message === null ? null : cut(message));
  }
  const annotations = objectOf(object.annotations);
  if (annotations !== null) {
    event.decision = textOf(annotations[DECISION]);
    let count = 0;
    for (const name of Object.keys(annotations)) {
      count += 1;
      if (count > EXTRAS_MAX) break;
      const value = annotations[name];
      if (name !== DECISION && typeof value === 'string') event.setAttribute(`annotations.${name}`, cut(value));
    }
  }
  event.severity = severityOf(event, object.stage);
}

function severityOf(event: LogEvent, stage: Json | undefined): LogEvent['severity'] {
  const { status } = event;
  if ((status !== null && status >= 500) || stage === 'Panic') return 'error';
  if (status === 401 || status === 403 || event.decision === 'forbid') return 'warning';
  return 'info';
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

/** What was run in a container is told by the address asked for: `…/exec?command=sh&command=-c`. */
function readCommand(event: LogEvent): void {
  const query = event.path?.indexOf('?') ?? -1;
  if (event.path === null || query < 0) return;
  if (event.subresource !== 'exec' && event.subresource !== 'attach' && event.subresource !== 'portforward') return;
  const parameters = new URLSearchParams(event.path.slice(query + 1, query + 8192));
  event.setAttribute('exec.command', cut(parameters.getAll('command').join(' ')));
  event.setAttribute('exec.container', cut(parameters.get('container') ?? ''));
}

/** What a person reads: who, verb, what, where, outcome. */
function sentence(event: LogEvent): string {
  let text = event.user ?? 'unknown user';
  const impersonated = event.attributes?.['impersonatedUser.username'];
  if (impersonated !== undefined) text += ` as ${impersonated}`;
  text += ` ${event.verb ?? 'asked for'} `;
  if (event.resource === null) text += event.path ?? '?';
  else {
    text += event.resource;
    if (event.name !== null) text += `/${event.name}`;
    if (event.subresource !== null) text += `/${event.subresource}`;
    if (event.namespace !== null) text += ` in ${event.namespace}`;
  }
  if (event.status !== null) text += ` ${event.status}`;
  return event.reason === null ? text : `${text} ${event.reason}`;
}

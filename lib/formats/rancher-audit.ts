import { setSource } from './assign-field';
import { auditSentence, auditSeverity } from './audit-request';
import { NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime } from './json-time';
import { cut, integerOf, joinedTexts, objectOf, textOf } from './json-value';

export const rancherAudit: ObjectFormat = {
  name: 'rancher-audit',
  title: 'Rancher API audit',
  about:
    'Requests to Rancher, through which people reach the clusters that it manages: who asked for what, and the answer.',
  source: 'https://ranchermanager.docs.rancher.com/how-to-guides/advanced-user-guides/enable-api-audit-log',
  type: 'audit',
  reads: 'object',
  read(object, event, context) {
    const method = textOf(object.method);
    const path = textOf(object.requestURI);
    const user = objectOf(object.user);
    if (textOf(object.auditID) === null || method === null || path === null || object.responseCode === undefined)
      return NOT_MINE;
    event.type = 'audit';
    if (!setJsonTime(event, context, object.requestTimestamp)) setJsonTime(event, context, object.responseTimestamp);
    event.verb = cut(method).toLowerCase();
    event.method = cut(method);
    event.path = cut(path);
    event.user = textOf(user?.name) === null ? null : cut(textOf(user?.name) ?? '');
    event.setAttribute('user.groups', joinedTexts(user?.group));
    event.setAttribute('auditID', cut(textOf(object.auditID) ?? ''));
    event.setAttribute('user_login', textOf(object.userLoginName)?.slice(0, 256));
    event.status = integerOf(object.responseCode);
    event.userAgent = textOf(objectOf(object.requestHeader)?.['User-Agent']);
    setSource(event, textOf(object.remoteAddr) ?? '');
    event.severity = auditSeverity(event);
    event.message = auditSentence(event);
    return READ;
  },
  examples: [
    {
      text: '{"auditID":"5c1e","requestURI":"/v3/clusters/c-1/shell","user":{"name":"user-7","group":["system:authenticated"]},"method":"GET","remoteAddr":"192.0.2.7:40100","requestTimestamp":"2024-05-06T07:08:09Z","responseTimestamp":"2024-05-06T07:08:10Z","responseCode":403}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000,
        type: 'audit',
        severity: 'warning',
        user: 'user-7',
        verb: 'get',
        path: '/v3/clusters/c-1/shell',
        status: 403,
        srcIp: '192.0.2.7',
        message: 'user-7 get /v3/clusters/c-1/shell 403',
      },
    },
    { text: '{"auditID":"5c1e","requestURI":"/api","verb":"get","stage":"RequestReceived"}', event: null },
    { text: '{"method":"GET","requestURI":"/carts","responseCode":200}', event: null },
  ],
};

import type { LogEvent } from '@/lib/events';
import { auditSentence, auditSeverity } from './audit-request';
import { readAzureResource } from './azure-resource';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { setJsonTime } from './json-time';
import { addressOf, cut, objectOf, textOf } from './json-value';

const CALLERS = ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn', 'upn', 'name', 'appid'] as const;

export const azureActivity: ObjectFormat = {
  name: 'azure-activity',
  title: 'Azure activity log',
  about:
    'Calls to Azure’s resource manager: who fetched a cluster’s credentials, changed or deleted it, and what came of it.',
  source: 'https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema',
  type: 'audit',
  reads: 'object',
  read(object, event, context) {
    const operation = textOf(object.operationName) ?? textOf(objectOf(object.operationName)?.value);
    const resource = textOf(object.resourceId);
    if (operation === null || resource === null) return NOT_MINE;
    const identity = objectOf(object.identity) ?? objectOf(object.claims);
    if (identity === null && textOf(object.caller) === null) return NOT_MINE;
    event.type = 'audit';
    if (!setJsonTime(event, context, object.time)) setJsonTime(event, context, object.eventTimestamp);
    readAzureResource(resource, event);
    readOperation(operation, resource, event);
    event.user = callerOf(object, identity);
    event.srcIp = addressOf(object.callerIpAddress) ?? addressOf(objectOf(object.httpRequest)?.clientIpAddress);
    readOutcome(object, event);
    event.severity = auditSeverity(event);
    event.message = auditSentence(event);
    const { level: _level, time: _time, resourceId: _resource, ...rest } = object;
    readJsonRecord(rest, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"time":"2024-05-06T07:08:09.123Z","resourceId":"/SUBSCRIPTIONS/0A1B/RESOURCEGROUPS/LAB/PROVIDERS/MICROSOFT.CONTAINERSERVICE/MANAGEDCLUSTERS/BLUE","operationName":"MICROSOFT.CONTAINERSERVICE/MANAGEDCLUSTERS/LISTCLUSTERADMINCREDENTIAL/ACTION","category":"Administrative","resultType":"Success","callerIpAddress":"192.0.2.7","identity":{"claims":{"name":"ann"}},"level":"Information"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000,
        type: 'audit',
        severity: 'info',
        user: 'ann',
        verb: 'listclusteradmincredential/action',
        resource: 'managedclusters',
        name: 'BLUE',
        cluster: 'BLUE',
        srcIp: '192.0.2.7',
        decision: 'allow',
      },
    },
    {
      text: '{"caller":"bob@example.com","eventTimestamp":"2024-05-06T07:08:09Z","operationName":{"value":"Microsoft.ContainerService/managedClusters/delete"},"resourceId":"/subscriptions/0a1b/resourceGroups/lab/providers/Microsoft.ContainerService/managedClusters/blue","status":{"value":"Failed"},"subStatus":{"value":"Forbidden"}}',
      event: { user: 'bob@example.com', verb: 'delete', decision: 'forbid', severity: 'warning', reason: 'Forbidden' },
    },
    { text: '{"time":"2024-05-06T07:08:09Z","resourceId":"/x","operationName":"read"}', event: null },
    { text: '{"operationName":"GetCart","identity":{"name":"ann"}}', event: null },
  ],
};

/** `<provider>/<collection>/…/<what was done>`. */
function readOperation(operation: string, resource: string, event: LogEvent): void {
  const [, collection = null, ...done] = cut(operation).toLowerCase().split('/');
  event.resource = collection;
  event.verb = done.length === 0 ? null : done.join('/');
  event.name = cut(resource.slice(resource.lastIndexOf('/') + 1)) || null;
}

function callerOf(object: JsonObject, identity: JsonObject | null): string | null {
  const claims = objectOf(identity?.claims) ?? identity;
  const names = [object.caller, ...CALLERS.map((claim) => claims?.[claim])];
  const name = names.map((value) => textOf(value)).find((value) => value !== null);
  return name === undefined || name === null ? null : cut(name);
}

function readOutcome(object: JsonObject, event: LogEvent): void {
  const result = textOf(object.resultType) ?? textOf(objectOf(object.status)?.value) ?? '';
  const signature = textOf(object.resultSignature) ?? textOf(objectOf(object.subStatus)?.value);
  const failed = /^fail/i.test(result);
  if (failed) event.reason = signature === null ? result : cut(signature);
  if (/forbidden|unauthorized|denied/i.test(signature ?? '')) event.decision = 'forbid';
  else if (!failed) event.decision = 'allow';
}

import type { LogEvent } from '@/lib/events';
import { readAksCategory, readAzureResource } from './azure-resource';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, type Reading } from './format';
import { setJsonTime } from './json-time';
import { cut, objectOf, textOf } from './json-value';
import type { ReadContext } from './read-context';

/** The longest text of properties that is parsed once more: Event Hubs and Storage take no larger records. */
const PROPERTIES_LENGTH_MAX = 4 * 1024 * 1024;

/** A record of Azure's diagnostic settings with a line of an AKS control plane in it. */
export const azureDiagnostic: ObjectFormat = {
  name: 'azure-diagnostic',
  title: 'AKS diagnostic settings',
  about:
    'Records that Azure delivers to Storage or Event Hubs: a category, the cluster’s resource id, and the line itself in `properties.log`.',
  source: 'https://learn.microsoft.com/azure/aks/monitor-aks-reference#resource-logs',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    const category = textOf(object.category) ?? textOf(object.Category);
    const properties = propertiesOf(object.properties ?? object.Properties);
    if (category === null || properties === null) return NOT_MINE;
    const log = properties.log ?? properties.Log;
    if (typeof log !== 'string' && objectOf(log) === null) return NOT_MINE;
    readAksCategory(category, event);
    readRecord(object, properties, event, context);
    return contentOf(log);
  },
  examples: [
    {
      text: '{"time":"2024-05-06T07:08:09.0000000Z","category":"kube-scheduler","operationName":"Microsoft.ContainerService/managedClusters/diagnosticLogs/Read","resourceId":"/SUBSCRIPTIONS/0A1B/RESOURCEGROUPS/LAB/PROVIDERS/MICROSOFT.CONTAINERSERVICE/MANAGEDCLUSTERS/BLUE","ccpNamespace":"0a1b","properties":{"log":"I0506 07:08:09.250000      11 run.go:7] \\"Ready\\"\\n","stream":"stderr","pod":"kube-scheduler-0a-1b"}}',
      event: {
        time: 1_714_979_289_000_000,
        type: 'control-plane',
        component: 'kube-scheduler',
        cluster: 'BLUE',
        pod: 'kube-scheduler-0a-1b',
        stream: 'stderr',
      },
      content: 'I0506 07:08:09.250000      11 run.go:7] "Ready"',
    },
    {
      text: '{"time":"2024-05-06T07:08:09Z","category":"kube-audit","properties":{"log":{"kind":"Event","verb":"get"}}}',
      event: { type: 'audit', component: 'kube-apiserver' },
      content: '{"kind":"Event","verb":"get"}',
    },
    {
      text: '{"time":"2024-05-06T07:08:09Z","category":"guard","properties":"{\\"log\\":\\"granted\\",\\"pod\\":\\"guard-0\\"}"}',
      event: { type: 'control-plane', component: 'guard', pod: 'guard-0' },
      content: 'granted',
    },
    {
      text: '{"time":"2024-05-06T07:08:09Z","category":"Administrative","properties":{"statusCode":"OK"}}',
      event: null,
    },
    { text: '{"category":"books","properties":"none"}', event: null },
  ],
};

/** The properties as an object; some deliveries write them as text. */
function propertiesOf(value: Json | undefined): JsonObject | null {
  if (typeof value !== 'string') return objectOf(value);
  if (!value.startsWith('{') || value.length > PROPERTIES_LENGTH_MAX) return null;
  try {
    return objectOf(JSON.parse(value) as Json);
  } catch {
    return null;
  }
}

function readRecord(object: JsonObject, properties: JsonObject, event: LogEvent, context: ReadContext): void {
  const times = [object.time, object.Time, object.timeStamp, object.TimeGenerated];
  times.some((value) => setJsonTime(event, context, value));
  readAzureResource(textOf(object.resourceId) ?? textOf(object.ResourceId), event);
  event.stream = textOf(properties.stream) ?? event.stream;
  event.pod = textOf(properties.pod) ?? event.pod;
  const names = ['operationName', 'ccpNamespace', 'location', 'UnderlayName'] as const;
  for (const name of names) {
    const value = textOf(object[name]);
    event.setAttribute(`azure.${name}`, value === null ? null : cut(value));
  }
  event.setAttribute('azure.containerID', textOf(properties.containerID)?.slice(0, 64));
}

function contentOf(log: Json | undefined): Reading {
  if (typeof log === 'string') return log.endsWith('\n') ? log.slice(0, -1) : log;
  return objectOf(log) ?? NOT_MINE;
}

import type { LogEvent } from '@/lib/events';
import { aksAuditOf } from './aks-audit-table';
import { readAksCategory, readAzureResource } from './azure-resource';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, type Reading } from './format';
import { objectOf, textOf } from './json-value';
import { setAnalyticsTime } from './log-analytics-time';
import { nameTellingWriter } from './telling-writer';

/** Rows of the tables of a Log Analytics workspace that hold lines of a cluster. */
export const logAnalytics: ObjectFormat = {
  name: 'log-analytics',
  title: 'Azure Log Analytics rows',
  about:
    'Rows of the tables AzureDiagnostics, AKSControlPlane, AKSAudit, ContainerLogV2 and ContainerLog, as exports and queries give them.',
  source: 'https://learn.microsoft.com/azure/azure-monitor/reference/tables-category',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    if (object.TimeGenerated === undefined && object['TimeGenerated [UTC]'] === undefined) return NOT_MINE;
    const table = TABLES.find(({ holds }) => holds(object));
    if (table === undefined) return NOT_MINE;
    setAnalyticsTime(object, event, context);
    readAzureResource(textOf(object._ResourceId) ?? textOf(object.ResourceId), event);
    event.setAttribute('azure.table', textOf(object.Type)?.slice(0, 64));
    return table.read(object, event);
  },
  examples: [
    {
      text: '{"TimeGenerated":"2024-05-06T07:08:09.25Z","Category":"kube-scheduler","log_s":"I0506 07:08:09.250000      11 run.go:7] \\"Ready\\"\\n","stream_s":"stderr","pod_s":"kube-scheduler-0a","Type":"AzureDiagnostics","_ResourceId":"/subscriptions/0a/resourcegroups/lab/providers/microsoft.containerservice/managedclusters/blue"}',
      event: {
        time: 1_714_979_289_250_000,
        type: 'control-plane',
        component: 'kube-scheduler',
        cluster: 'blue',
        stream: 'stderr',
        pod: 'kube-scheduler-0a',
      },
      content: 'I0506 07:08:09.250000      11 run.go:7] "Ready"',
    },
    {
      text: '{"TimeGenerated":"2024-05-06T07:08:09Z","Category":"kube-controller-manager","Level":"INFO","Message":"ready","PodName":"kube-controller-manager-0a","Stream":"stderr"}',
      event: { component: 'kube-controller-manager', pod: 'kube-controller-manager-0a' },
      content: 'ready',
    },
    {
      text: '{"TimeGenerated":"2024-05-06T07:08:09Z","Computer":"aks-pool-1","ContainerName":"cart","PodName":"cart-0","PodNamespace":"shop","LogMessage":{"level":"warn","msg":"slow"},"LogSource":"stdout","LogLevel":"warn"}',
      event: { node: 'aks-pool-1', namespace: 'shop', pod: 'cart-0', container: 'cart', stream: 'stdout', type: null },
      content: '{"level":"warn","msg":"slow"}',
    },
    {
      text: '{"TimeGenerated":"2024-05-06T07:08:09Z","AuditId":"0a1b","Stage":"ResponseComplete","Verb":"get","User":"{\\"username\\":\\"alice\\"}","SourceIps":"[\\"192.0.2.7\\"]"}',
      event: { type: 'audit', component: 'kube-apiserver' },
      content:
        '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"0a1b","stage":"ResponseComplete","verb":"get","user":{"username":"alice"},"sourceIPs":["192.0.2.7"]}',
    },
    { text: '{"TimeGenerated":"2024-05-06T07:08:09Z","Computer":"aks-pool-1","CounterValue":0.5}', event: null },
    { text: '{"LogMessage":"hello"}', event: null },
  ],
};

interface Table {
  holds(row: JsonObject): boolean;
  read(row: JsonObject, event: LogEvent): Reading;
}

const TABLES: readonly Table[] = [
  // AzureDiagnostics, whose columns end in the letter of their kind.
  {
    holds: (row) => typeof row.log_s === 'string' && typeof row.Category === 'string',
    read(row, event) {
      readAksCategory(String(row.Category), event);
      event.stream = textOf(row.stream_s);
      event.pod = textOf(row.pod_s);
      event.setAttribute('azure.ccpNamespace', textOf(row.ccpNamespace_s)?.slice(0, 128));
      return lineOf(row.log_s);
    },
  },
  // AKSControlPlane
  {
    holds: (row) => isLine(row.Message) && typeof row.Category === 'string' && row.PodName !== undefined,
    read(row, event) {
      readAksCategory(String(row.Category), event);
      event.stream = textOf(row.Stream);
      event.pod = textOf(row.PodName);
      event.setAttribute('azure.Level', textOf(row.Level)?.slice(0, 32));
      return lineOf(row.Message);
    },
  },
  // AKSAudit and AKSAuditAdmin
  {
    holds: (row) => typeof row.AuditId === 'string' && (row.Verb !== undefined || row.Stage !== undefined),
    read(row, event) {
      readAksCategory('kube-audit', event);
      return aksAuditOf(row);
    },
  },
  // ContainerLogV2
  {
    holds: (row) => isLine(row.LogMessage) && (row.PodName !== undefined || row.ContainerName !== undefined),
    read(row, event) {
      readContainer(row, event);
      event.namespace = textOf(row.PodNamespace);
      event.pod = textOf(row.PodName);
      event.container = textOf(row.ContainerName);
      event.stream = textOf(row.LogSource);
      nameTellingWriter(event);
      return lineOf(row.LogMessage);
    },
  },
  // ContainerLog, the older table, which knows the container by its id.
  {
    holds: (row) => isLine(row.LogEntry) && row.ContainerID !== undefined,
    read(row, event) {
      readContainer(row, event);
      event.stream = textOf(row.LogEntrySource);
      event.image = textOf(row.Image);
      return lineOf(row.LogEntry);
    },
  },
];

function readContainer(row: JsonObject, event: LogEvent): void {
  event.node = textOf(row.Computer);
  event.setAttribute('container.id', (textOf(row.ContainerId) ?? textOf(row.ContainerID))?.slice(0, 128));
}

function isLine(value: Json | undefined): boolean {
  return typeof value === 'string' || objectOf(value) !== null;
}

function lineOf(value: Json | undefined): Reading {
  if (typeof value === 'string') return value.endsWith('\n') ? value.slice(0, -1) : value;
  return objectOf(value) ?? '';
}

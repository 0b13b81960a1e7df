import type { LogEvent } from '@/lib/events';
import { cut } from './json-value';

/** `…/providers/Microsoft.ContainerService/managedClusters/<name>`, in any case. */
const CLUSTER = /\/managedclusters\/([^/]{1,128})(?:\/|$)/i;

/** Names the cluster by the resource id of an Azure record, which is an attribute too. */
export function readAzureResource(id: string | null, event: LogEvent): void {
  if (id === null) return;
  event.setAttribute('azure.resourceId', cut(id));
  event.cluster = CLUSTER.exec(id.slice(0, 2048))?.[1] ?? event.cluster;
}

/** What a category of AKS resource logs tells: all are of the control plane's programs, two hold the audit trail. */
export function readAksCategory(category: string, event: LogEvent): void {
  const audit = category === 'kube-audit' || category === 'kube-audit-admin';
  event.type = audit ? 'audit' : 'control-plane';
  event.component = audit ? 'kube-apiserver' : category.slice(0, 128);
  event.setAttribute('azure.category', category.slice(0, 128));
}

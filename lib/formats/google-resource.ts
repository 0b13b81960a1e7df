import type { LogEvent } from '@/lib/events';
import type { JsonObject } from './format';
import { textOf } from './json-value';

/** The programs of a control plane by the names that GKE gives them. */
const COMPONENTS: ReadonlyMap<string, string> = new Map([
  ['apiserver', 'kube-apiserver'],
  ['scheduler', 'kube-scheduler'],
  ['controller-manager', 'kube-controller-manager'],
]);

/**
 * The place that the labels of a monitored resource tell: those of k8s_container, k8s_pod, k8s_node, k8s_cluster and
 * k8s_control_plane_component, the older container, and gke_cluster and gke_nodepool.
 * Source: https://cloud.google.com/monitoring/api/resources
 */
export function resourceFieldsOf(labels: JsonObject, event: LogEvent): void {
  event.cluster = textOf(labels.cluster_name) ?? event.cluster;
  event.namespace = textOf(labels.namespace_name) ?? textOf(labels.namespace_id) ?? event.namespace;
  event.pod = textOf(labels.pod_name) ?? textOf(labels.pod_id) ?? event.pod;
  event.container = textOf(labels.container_name) ?? event.container;
  event.node = textOf(labels.node_name) ?? event.node;
  const component = textOf(labels.component_name);
  if (component !== null) {
    event.component = COMPONENTS.get(component) ?? component;
    event.type = 'control-plane';
  }
  event.setAttribute('project_id', textOf(labels.project_id)?.slice(0, 128));
  event.setAttribute('location', (textOf(labels.location) ?? textOf(labels.zone))?.slice(0, 128));
  event.setAttribute('nodepool', textOf(labels.nodepool_name)?.slice(0, 128));
}

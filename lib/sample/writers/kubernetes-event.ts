import type { Node, Pod } from '../cluster';
import type { Scene } from '../scene';
import { isoTime } from '../week';
import { writeOutput } from './container-output';

export interface ClusterEvent {
  readonly at: number;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly container?: string;
  readonly reason: string;
  readonly message: string;
  readonly warning?: boolean;
  readonly component: string;
  readonly host?: Node;
  readonly count?: number;
}

const VERSIONS: Readonly<Record<string, string>> = {
  Pod: 'v1',
  Node: 'v1',
  Deployment: 'apps/v1',
  ReplicaSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
};

/** What a controller or a kubelet tells, as the exporter keeps it for longer than the hour for which the API server does. */
export function writeEvent(scene: Scene, event: ClusterEvent): void {
  const { random, cluster } = scene;
  const time = isoTime(event.at, 0);
  const record = {
    metadata: {
      name: `${event.name}.${random.hex(16)}`,
      namespace: event.namespace,
      uid: random.uuid(),
      creationTimestamp: time,
    },
    reason: event.reason,
    message: event.message,
    source: { component: event.component, ...(event.host === undefined ? {} : { host: event.host.name }) },
    firstTimestamp: time,
    lastTimestamp: time,
    count: event.count ?? 1,
    type: event.warning === true ? 'Warning' : 'Normal',
    eventTime: null,
    reportingComponent: event.component,
    involvedObject: {
      kind: event.kind,
      namespace: event.namespace,
      name: event.name,
      apiVersion: VERSIONS[event.kind] ?? 'v1',
      ...(event.container === undefined ? {} : { fieldPath: `spec.containers{${event.container}}` }),
    },
  };
  writeOutput(
    scene,
    cluster.pod('exporter', event.at, random),
    event.at + random.between(200_000, 900_000),
    JSON.stringify(record),
  );
}

/** The same about a pod, by its kubelet. */
export function writePodEvent(
  scene: Scene,
  pod: Pod,
  at: number,
  reason: string,
  message: string,
  warning = false,
): void {
  const { namespace, name, container, node } = pod;
  writeEvent(scene, {
    at,
    kind: 'Pod',
    namespace,
    name,
    container,
    reason,
    message,
    warning,
    component: 'kubelet',
    host: node,
  });
}

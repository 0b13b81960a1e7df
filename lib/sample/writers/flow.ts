import type { Cluster, Node, Pod } from '../cluster';
import type { Scene } from '../scene';
import { isoTime } from '../week';
import { byLumberjack, folderOf } from './places';

/** One end of a connection. */
export interface End {
  readonly ip: string;
  readonly pod: Pod | null;
  readonly node: Node | null;
  /** What Cilium calls it when it is no pod. */
  readonly reserved: 'world' | 'host' | 'remote-node' | 'kube-apiserver' | null;
}

export function podEnd(pod: Pod): End {
  return { ip: pod.ip, pod, node: pod.node, reserved: null };
}

export function worldEnd(ip: string): End {
  return { ip, pod: null, node: null, reserved: 'world' };
}

export function nodeEnd(node: Node, reserved: 'host' | 'remote-node' = 'host'): End {
  return { ip: node.ip, pod: null, node, reserved };
}

export function apiEnd(cluster: Cluster): End {
  return { ip: cluster.control.ip, pod: null, node: cluster.control, reserved: 'kube-apiserver' };
}

/** What Cilium saw of a connection on one of the nodes. */
export interface Flow {
  readonly at: number;
  readonly from: End;
  readonly to: End;
  readonly port: number;
  readonly clientPort: number;
  readonly protocol?: 'TCP' | 'UDP';
  readonly flags?: readonly string[];
  readonly direction?: 'EGRESS' | 'INGRESS';
  readonly dropped?: boolean;
  /** From the server back to the client. */
  readonly isReply?: boolean;
}

const IDENTITIES = { host: 1, world: 2, 'remote-node': 6, 'kube-apiserver': 7 } as const;

/** A flow as Hubble's exporter writes it on the node that saw it. */
export function writeFlow(scene: Scene, flow: Flow): void {
  const { cluster, random } = scene;
  const egress = (flow.direction ?? 'EGRESS') === 'EGRESS';
  const node = (egress ? flow.from.node : flow.to.node) ?? flow.to.node ?? flow.from.node ?? cluster.control;
  const [source, destination] = flow.isReply === true ? [flow.to, flow.from] : [flow.from, flow.to];
  const [sourcePort, destinationPort] =
    flow.isReply === true ? [flow.port, flow.clientPort] : [flow.clientPort, flow.port];
  const ports = { source_port: sourcePort, destination_port: destinationPort };
  const flags = flow.flags ?? ['SYN'];
  const isUdp = flow.protocol === 'UDP';
  const time = isoTime(flow.at, 9);
  const name = `${cluster.names.cluster}/${node.name}`;
  const record = {
    flow: {
      time,
      uuid: random.uuid(),
      verdict: flow.dropped === true ? 'DROPPED' : 'FORWARDED',
      ...(flow.dropped === true ? { drop_reason: 133 } : {}),
      IP: { source: source.ip, destination: destination.ip, ipVersion: 'IPv4' },
      l4: isUdp ? { UDP: ports } : { TCP: { ...ports, flags: Object.fromEntries(flags.map((flag) => [flag, true])) } },
      source: endpoint(cluster, source),
      destination: endpoint(cluster, destination),
      Type: 'L3_L4',
      node_name: name,
      event_type: { type: flow.dropped === true ? 1 : 4 },
      traffic_direction: egress ? 'EGRESS' : 'INGRESS',
      ...(flow.dropped === true
        ? { drop_reason_desc: 'POLICY_DENIED' }
        : { trace_observation_point: egress ? 'TO_STACK' : 'TO_ENDPOINT' }),
      is_reply: flow.isReply === true,
      Summary: isUdp ? 'UDP' : `TCP Flags: ${flags.join(', ')}`,
    },
    node_name: name,
    time,
  };
  scene.book.write(
    byLumberjack(`${folderOf(cluster, node)}/var/log/hubble/events.log`),
    flow.at,
    JSON.stringify(record),
  );
}

function endpoint(cluster: Cluster, end: End) {
  if (end.pod === null) {
    const reserved = end.reserved ?? 'world';
    return { identity: IDENTITIES[reserved], labels: [`reserved:${reserved}`] };
  }
  const { pod } = end;
  return {
    ID: 100 + (pod.identity % 3900),
    identity: pod.identity,
    cluster_name: cluster.names.cluster,
    namespace: pod.namespace,
    labels: [`k8s:app.kubernetes.io/name=${pod.app}`, `k8s:io.kubernetes.pod.namespace=${pod.namespace}`],
    pod_name: pod.name,
    workloads: [{ name: pod.app, kind: pod.owner.kind === 'ReplicaSet' ? 'Deployment' : pod.owner.kind }],
  };
}

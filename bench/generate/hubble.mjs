import { WeekClock } from './clock.mjs';
import { isPlanted, NEEDLES } from './needles.mjs';
import { skewed } from './skewed.mjs';

const NEEDLE_EVERY = 15_000;
const DIRECTIONS = ['EGRESS', 'EGRESS', 'INGRESS'];
const FLAGS = ['ACK', 'ACK', 'ACK', 'SYN'];
const PORTS = skewed([443, 8080, 53, 5432, 9090, 6379, 80, 9200], 0.7);

/** Flows as `hubble observe -o json` prints them, about 1.5 KB each. */
export function hubbleLines(cluster, random, count) {
  const clock = new WeekClock(count);
  return (index) => {
    const time = clock.text(clock.next(random), 9, random);
    const from = cluster.pod(random);
    const planted = isPlanted(index, NEEDLE_EVERY);
    const outside = planted || random.chance(0.12);
    const to = cluster.pod(random);
    const address = planted ? NEEDLES.address : outside ? cluster.outsider(random) : to.ip;
    const far = outside ? '{"identity":2,"labels":["reserved:world"]}' : endpoint(to);
    const layer = layer4(PORTS(random), random);
    const summary = layer.includes('UDP') ? 'UDP' : 'TCP Flags: ACK';
    const node = from.node.name;
    return (
      `{"flow":{"time":"${time}","uuid":"${random.uuid()}",${verdict(random.chance(outside ? 0.06 : 0.01))},` +
      `"ethernet":{"source":"${mac(random)}","destination":"${mac(random)}"},` +
      `"IP":{"source":"${from.ip}","destination":"${address}","ipVersion":"IPv4"},${layer},` +
      `"source":${endpoint(from)},"destination":${far},"Type":"L3_L4","node_name":"west/${node}",` +
      `"node_labels":["kubernetes.io/arch=amd64","kubernetes.io/hostname=${node}","kubernetes.io/os=linux"],` +
      `"event_type":{"type":4,"sub_type":3},"traffic_direction":"${random.of(DIRECTIONS)}",` +
      `"trace_observation_point":"TO_STACK","is_reply":${random.chance(0.4)},"Summary":"${summary}"},` +
      `"node_name":"west/${node}","time":"${time}"}`
    );
  };
}

function verdict(dropped) {
  return dropped ? '"verdict":"DROPPED","drop_reason":133,"drop_reason_desc":"POLICY_DENIED"' : '"verdict":"FORWARDED"';
}

function layer4(port, random) {
  const from = 32_768 + random.below(28_000);
  if (port === 53) return `"l4":{"UDP":{"source_port":${from},"destination_port":53}}`;
  return `"l4":{"TCP":{"source_port":${from},"destination_port":${port},"flags":{"${random.of(FLAGS)}":true}}}`;
}

function mac(random) {
  return `${random.hex(2)}:${random.hex(2)}:${random.hex(2)}:1f:60:0a`;
}

function endpoint({ workload, namespace, name, endpoint: id, identity }) {
  return (
    `{"ID":${id},"identity":${identity},"cluster_name":"west","namespace":"${namespace}","labels":["k8s:app.kubernetes.io/name=${workload.name}",` +
    `"k8s:app.kubernetes.io/version=${workload.version}","k8s:io.cilium.k8s.policy.cluster=west",` +
    `"k8s:io.cilium.k8s.policy.serviceaccount=${workload.name}","k8s:io.kubernetes.pod.namespace=${namespace}"],` +
    `"pod_name":"${name}","workloads":[{"name":"${workload.name}","kind":"Deployment"}]}`
  );
}

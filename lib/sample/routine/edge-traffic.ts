import { worldAddress } from '../cluster';
import { timesOf } from '../scene';
import { HOUR, visitors } from '../week';
import { writeCloudFlow } from '../writers';
import type { Routine } from './routine';

const PROBED = [22, 23, 80, 445, 2375, 3389, 6443, 8080, 10_250];

/** What crosses the edge of the network: answers to visitors, images from the registry, and knocks that the firewall turns away. */
export const edgeTraffic: Routine = {
  name: 'edge-traffic',
  hour(scene, from) {
    const { cluster, random } = scene;
    for (let left = timesOf(scene, 36 * visitors(from)); left > 0; left -= 1) {
      const at = from + random.below(HOUR);
      const pod = cluster.pod('ingress', at, random);
      const client = { ip: random.of(cluster.visitors), port: random.clientPort() };
      const bytes = random.mostlySmall(2000, 400_000);
      writeCloudFlow(scene, {
        at,
        seconds: random.between(1, 59),
        node: pod.node,
        from: { ip: pod.ip, port: 443 },
        to: client,
        packets: Math.ceil(bytes / 1200),
        bytes,
        direction: 'egress',
      });
    }
    for (let left = timesOf(scene, 14); left > 0; left -= 1) {
      const node = random.of(cluster.nodes);
      const from_ = { ip: worldAddress(random), port: random.clientPort() };
      writeCloudFlow(scene, {
        at: from + random.below(HOUR),
        seconds: random.between(1, 50),
        node,
        from: from_,
        to: { ip: node.ip, port: random.of(PROBED) },
        packets: 1,
        bytes: 44,
        direction: 'ingress',
        rejected: true,
      });
    }
    for (let left = timesOf(scene, 3); left > 0; left -= 1) {
      const node = random.of(cluster.nodes);
      const bytes = random.between(4, 90) * 1_048_576;
      writeCloudFlow(scene, {
        at: from + random.below(HOUR),
        seconds: 40,
        node,
        from: { ip: cluster.outside.registry, port: 443 },
        to: { ip: node.ip, port: random.clientPort() },
        packets: Math.ceil(bytes / 1400),
        bytes,
        direction: 'ingress',
      });
    }
  },
};

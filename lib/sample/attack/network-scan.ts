import { MINUTE } from '../week';
import { type End, nodeEnd, podEnd, writeFlow } from '../writers';
import type { AttackStep } from './attack-step';

const SWEPT = [22, 5432, 6379];
const PORTS = [
  21, 22, 23, 25, 80, 110, 111, 135, 139, 143, 179, 389, 443, 445, 587, 873, 1433, 1521, 2049, 2375, 2379, 2380, 3000,
  3128, 3306, 3389, 4240, 5000, 5432, 5601, 5672, 5900, 5985, 6379, 6443, 7001, 8000, 8080, 8081, 8443, 8500, 8888,
  9000, 9090, 9093, 9100, 9200, 9300, 10_250, 10_255, 10_257, 10_259, 11_211, 15_672, 27_017, 30_000,
];
/** Namespaces whose policies let nobody in but their own callers. */
const GUARDED: ReadonlySet<string> = new Set(['data', 'payments', 'argocd']);

/** A sweep over all pods and a scan of the control plane node's ports. */
export const networkScan: AttackStep = {
  name: 'network-scan',
  title: 'Pods are swept and a node is scanned for open ports',
  techniques: ['T1046', 'T1018'],
  perform(scene, { start, foothold, second }) {
    const { cluster, random } = scene;
    let at = start + 70 * MINUTE;
    let count = 0;
    let denied = 0;
    const knock = (to: End, port: number, dropped: boolean) => {
      writeFlow(scene, {
        at,
        from: podEnd(foothold),
        to,
        port,
        clientPort: random.clientPort(),
        dropped,
        flags: ['SYN'],
      });
      at += random.between(20, 900) * 1000;
      count += 1;
      if (dropped) denied += 1;
    };
    const pods = cluster.allRunning(at).filter(({ ip, node }) => ip !== node.ip);
    for (const pod of random.shuffled(pods))
      for (const port of SWEPT) knock(podEnd(pod), port, GUARDED.has(pod.namespace));
    for (const port of random.shuffled(PORTS)) knock(nodeEnd(second, 'remote-node'), port, false);
    const by = `format:hubble src_pod:${foothold.name}`;
    return {
      touches: [`${foothold.namespace}/${foothold.name}`, second.name, ...GUARDED],
      evidence: [
        { shows: 'All that was knocked at', query: by, count },
        { shows: 'What policies turned away', query: `${by} verdict:dropped`, count: denied },
        { shows: 'The ports of the node', query: `${by} dst_ip:${second.ip}`, count: PORTS.length },
      ],
    };
  },
};

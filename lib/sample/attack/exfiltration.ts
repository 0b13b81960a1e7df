import { connect } from '../happenings';
import { MINUTE } from '../week';
import { nodeEnd, worldEnd, writeCloudFlow } from '../writers';
import type { AttackStep } from './attack-step';

const MEGABYTE = 1024 ** 2;

/** What was gathered on the first node is sent to a machine that nobody here ever spoke to. */
export const exfiltration: AttackStep = {
  name: 'exfiltration',
  title: 'Gigabytes go from a node to an address that was never seen before',
  techniques: ['T1041', 'T1048.002'],
  perform(scene, { start, foothold, drop }) {
    const { random } = scene;
    const { node } = foothold;
    const parts = random.between(14, 22);
    let at = start + 190 * MINUTE;
    for (let part = 0; part < parts; part += 1) {
      const bytes = Math.floor((120 + random.unit() * 80) * MEGABYTE);
      connect(scene, { at, from: nodeEnd(node), to: worldEnd(drop), port: 443, lastsMs: 59_000 });
      writeCloudFlow(scene, {
        at,
        seconds: 59,
        node,
        from: { ip: node.ip, port: random.clientPort() },
        to: { ip: drop, port: 443 },
        packets: Math.ceil(bytes / 1440),
        bytes,
        direction: 'egress',
      });
      at += MINUTE + random.below(9_000_000);
    }
    return {
      touches: [node.name, node.ip, drop],
      evidence: [
        {
          shows: 'The transfer, with its bytes',
          query: `format:aws-vpc-flow src_ip:${node.ip} dst_ip:${drop}`,
          count: parts,
        },
        { shows: 'The same connections', query: `format:hubble dst_ip:${drop}`, count: parts },
      ],
    };
  },
};

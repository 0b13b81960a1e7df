import { connect } from '../happenings';
import { HOUR, MINUTE, SECOND } from '../week';
import { podEnd, worldEnd, writeCloudFlow, writeDnsQuery } from '../writers';
import type { AttackStep } from './attack-step';

const EVERY = 60;
const LASTS = 9 * HOUR;
/** How often a name is looked up again: what its answer says. */
const NAME_EVERY = 30;

/** What was put into the pod calls home each minute, give or take two seconds, with always the same little to say. */
export const commandAndControl: AttackStep = {
  name: 'command-and-control',
  title: 'A program in the pod calls home each minute',
  techniques: ['T1071.001', 'T1573'],
  perform(scene, { start, victim, control }) {
    const { random } = scene;
    let count = 0;
    let names = 0;
    for (
      let at = start + 14 * MINUTE;
      at < start + 14 * MINUTE + LASTS;
      at += (EVERY - 2) * SECOND + random.below(4 * SECOND)
    ) {
      if (count % NAME_EVERY === 0) {
        writeDnsQuery(scene, { at: at - 40_000, client: victim, name: control.name });
        names += 1;
      }
      const port = random.clientPort();
      connect(scene, { at, from: podEnd(victim), to: worldEnd(control.ip), port: 443, lastsMs: 220 });
      writeCloudFlow(scene, {
        at,
        seconds: 1,
        node: victim.node,
        from: { ip: victim.ip, port },
        to: { ip: control.ip, port: 443 },
        packets: 9,
        bytes: 1180 + random.below(40),
        direction: 'egress',
      });
      count += 1;
    }
    return {
      touches: [`${victim.namespace}/${victim.name}`, control.ip, control.name],
      evidence: [
        {
          shows: 'The calls, as Cilium saw them',
          query: `format:hubble src_pod:${victim.name} dst_ip:${control.ip}`,
          count,
        },
        { shows: 'The calls at the edge of the network', query: `format:aws-vpc-flow dst_ip:${control.ip}`, count },
        { shows: 'The name is looked up', query: `format:coredns host:${control.name}`, count: names },
      ],
    };
  },
};

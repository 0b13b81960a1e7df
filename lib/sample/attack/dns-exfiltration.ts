import { MINUTE } from '../week';
import { writeDnsQuery } from '../writers';
import type { AttackStep } from './attack-step';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LABEL = 44;

/** Secrets leave as questions: each name carries some bytes in base 32, below a domain whose name server is the attacker's. */
export const dnsExfiltration: AttackStep = {
  name: 'dns-exfiltration',
  title: 'Data leaves in the names of DNS questions',
  techniques: ['T1048.003', 'T1071.004'],
  perform(scene, { start, victim, tunnel }) {
    const { random } = scene;
    const count = random.between(260, 420);
    let at = start + 150 * MINUTE;
    for (let part = 0; part < count; part += 1) {
      const name = `${random.text(LETTERS, LABEL)}.${random.text(LETTERS, random.between(20, LABEL))}.${part.toString(36)}.${tunnel}`;
      writeDnsQuery(scene, {
        at,
        client: victim,
        name,
        type: random.chance(0.7) ? 'TXT' : 'A',
        answerBytes: random.between(190, 240),
      });
      at += random.between(900, 6000) * 1000;
    }
    return {
      touches: [`${victim.namespace}/${victim.name}`, tunnel],
      evidence: [{ shows: 'The questions', query: `format:coredns host:*.${tunnel}`, count }],
    };
  },
};

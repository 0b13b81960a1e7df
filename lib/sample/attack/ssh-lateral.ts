import { connect, failLogin, logIn, runAsRoot } from '../happenings';
import { MINUTE, SECOND } from '../week';
import { nodeEnd, writeExecution } from '../writers';
import type { AttackStep } from './attack-step';

const GUESSED = ['root', 'admin', 'ubuntu', 'test', 'oracle'];
const UID = 1099;
const COMMANDS: readonly (readonly string[])[] = [
  ['/usr/bin/cat', '/etc/kubernetes/admin.conf'],
  ['/usr/bin/ls', '-la', '/etc/kubernetes/pki'],
];

/** From the first node to the control plane: passwords are guessed until one fits. */
export const sshLateral: AttackStep = {
  name: 'ssh-lateral',
  title: 'Passwords are guessed over SSH until the control plane node lets in',
  techniques: ['T1110.001', 'T1021.004', 'T1552.001'],
  perform(scene, { start, foothold, second, secondUser }) {
    const { random } = scene;
    const from = foothold.node;
    let at = start + 95 * MINUTE;
    const failures = random.between(38, 60);
    for (let left = failures; left > 0; left -= 1) {
      const user = left < 15 ? secondUser : random.of(GUESSED);
      failLogin(scene, second, at, user, from.ip, user === secondUser || user === 'root');
      if (left % 3 === 0)
        connect(scene, { at: at - SECOND, from: nodeEnd(from), to: nodeEnd(second, 'remote-node'), port: 22 });
      at += random.between(3, 9) * SECOND;
    }
    const pid = logIn(scene, second, {
      at,
      user: secondUser,
      uid: UID,
      from: from.ip,
      method: 'password',
      seconds: 3000,
    });
    let then = at + 25 * SECOND;
    for (const argv of COMMANDS) {
      runAsRoot(scene, second, then, secondUser, argv.join(' '));
      writeExecution(scene, second, {
        at: then + 9000,
        argv,
        cwd: `/home/${secondUser}`,
        auid: UID,
        uid: 0,
        parent: pid,
        tty: 'pts0',
        key: 'rootcmd',
      });
      then += random.between(20, 60) * SECOND;
    }
    const lines = `type:node node:${second.name} component:sshd src_ip:${from.ip}`;
    return {
      touches: [from.name, second.name, secondUser, '/etc/kubernetes/admin.conf'],
      evidence: [
        { shows: 'All attempts', query: lines, count: failures + 1 },
        { shows: 'The one that fitted', query: `${lines} decision:allow`, count: 1 },
        {
          shows: 'What was run as root',
          query: `type:node node:${second.name} component:sudo user:${secondUser}`,
          count: COMMANDS.length,
        },
      ],
    };
  },
};

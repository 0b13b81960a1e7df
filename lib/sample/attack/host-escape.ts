import { execInPod } from '../happenings';
import { MINUTE, SECOND } from '../week';
import { writeExecution, writeFalco } from '../writers';
import type { AttackStep } from './attack-step';

const KEY_LINE = "echo 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH ops' >> /root/.ssh/authorized_keys";
/** What runs on the node itself, with the node's own programs. */
const COMMANDS: readonly (readonly string[])[] = [
  ['/usr/bin/nsenter', '-t', '1', '-m', '-u', '-i', '-n', '-p', '--', 'bash'],
  ['/usr/bin/id'],
  ['/usr/bin/ls', '/var/lib/kubelet/pods'],
  ['/usr/bin/cat', '/var/lib/kubelet/pki/kubelet-client-current.pem'],
  ['/usr/bin/bash', '-c', KEY_LINE],
];

/** Out of the pod into the node: its first process's namespaces are entered, and a key is left. */
export const hostEscape: AttackStep = {
  name: 'host-escape',
  title: 'From the privileged pod onto its node',
  techniques: ['T1611', 'T1609', 'T1098.004'],
  perform(scene, { start, foothold, stolenAccount: caller }) {
    const { random } = scene;
    const at = start + 46 * MINUTE;
    execInPod(scene, foothold, at, caller, ['chroot', '/host', 'nsenter', '-t', '1', '-m', '-p', 'bash'], false);
    writeFalco(scene, foothold.node, {
      at: at + SECOND,
      rule: 'Change thread namespace',
      priority: 'Notice',
      says: 'Namespace change (setns) by unexpected program',
      tags: ['T1611', 'container', 'host', 'maturity_incubating', 'mitre_privilege_escalation', 'process'],
      pod: foothold,
      process: { name: 'nsenter', exe: '/usr/bin/nsenter', command: 'nsenter -t 1 -m -p bash', parent: 'chroot' },
      user: 'root',
    });
    const parent = random.between(30_000, 60_000);
    let then = at + 2 * SECOND;
    for (const argv of COMMANDS) {
      writeExecution(scene, foothold.node, {
        at: then,
        argv,
        cwd: '/',
        auid: null,
        uid: 0,
        parent,
        tty: 'pts1',
        key: 'rootcmd',
      });
      then += random.between(4, 50) * SECOND;
    }
    return {
      touches: [
        `${foothold.namespace}/${foothold.name}`,
        foothold.node.name,
        caller.user,
        '/root/.ssh/authorized_keys',
      ],
      evidence: [
        {
          shows: 'The command in the pod',
          query: `type:audit resource:pods subresource:exec name:${foothold.name}`,
          count: 1,
        },
        {
          shows: 'Programs on the node, on a terminal that no login began',
          query: `format:auditd node:${foothold.node.name} tty:pts1`,
          count: COMMANDS.length,
        },
        { shows: 'Falco sees the change of namespaces', query: `format:falco pod:${foothold.name}`, count: 1 },
      ],
    };
  },
};

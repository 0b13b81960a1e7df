import { stopPod } from '../happenings';
import { MINUTE, SECOND } from '../week';
import { writeAudit, writeExecution, writeFalco, writeSyslog } from '../writers';
import type { AttackStep } from './attack-step';

const UID = 1099;
const COMMANDS: readonly (readonly string[])[] = [
  ['/usr/bin/journalctl', '--rotate'],
  ['/usr/bin/journalctl', '--vacuum-time=1s'],
  ['/usr/bin/truncate', '-s', '0', '/var/log/wtmp'],
  ['/usr/bin/rm', '-f', '/var/log/btmp', '/root/.bash_history'],
];

/** Events are deleted, the journal is emptied, the pod is removed. */
export const cleanup: AttackStep = {
  name: 'cleanup',
  title: 'Events, logs and the pod are removed',
  techniques: ['T1070', 'T1070.002', 'T1070.003'],
  perform(scene, { start, foothold, second, administrator: caller }) {
    const { random } = scene;
    let at = start + 245 * MINUTE;
    for (const namespace of ['shop', 'kube-system']) {
      writeAudit(scene, { at, caller, verb: 'deletecollection', resource: 'events', namespace });
      at += random.between(6, 20) * SECOND;
    }
    writeAudit(scene, {
      at,
      caller,
      verb: 'delete',
      resource: 'pods',
      namespace: foothold.namespace,
      name: foothold.name,
    });
    stopPod(scene, foothold, at + SECOND);
    let then = at + 60 * SECOND;
    for (const argv of COMMANDS) {
      writeExecution(scene, second, {
        at: then,
        argv,
        cwd: '/root',
        auid: UID,
        uid: 0,
        parent: random.between(20_000, 30_000),
        tty: 'pts0',
        key: 'rootcmd',
      });
      then += random.between(5, 25) * SECOND;
    }
    writeSyslog(
      scene,
      second,
      then,
      'systemd-journald',
      402,
      'Vacuuming done, freed 412.0M of archived journals from /var/log/journal/8f0d1c6b2f7a4b0a.',
    );
    writeFalco(scene, second, {
      at: then + SECOND,
      rule: 'Clear Log Activities',
      priority: 'Warning',
      says: 'Log files were tampered',
      tags: [
        'T1070',
        'NIST_800-53_AU-10',
        'container',
        'filesystem',
        'host',
        'maturity_stable',
        'mitre_defense_evasion',
      ],
      pod: null,
      process: { name: 'truncate', exe: '/usr/bin/truncate', command: 'truncate -s 0 /var/log/wtmp', parent: 'bash' },
      user: 'root',
    });
    return {
      touches: [caller.user, second.name, `${foothold.namespace}/${foothold.name}`, 'events', '/var/log'],
      evidence: [
        { shows: 'Events are deleted', query: `type:audit resource:events verb:deletecollection`, count: 2 },
        {
          shows: 'The pod is deleted',
          query: `type:audit verb:delete resource:pods name:${foothold.name} user:${caller.user}`,
          count: 1,
        },
        {
          shows: 'Logs of the node are emptied',
          query: `format:auditd node:${second.name} auid:${UID}`,
          count: COMMANDS.length,
        },
      ],
    };
  },
};

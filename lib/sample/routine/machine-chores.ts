import type { Random } from '../random';
import { everyNth, timesOf } from '../scene';
import { HOUR, hourOfDay, MINUTE } from '../week';
import { writeAuditRecord, writeAuth, writeExecution, writeSyslog } from '../writers';
import type { Routine } from './routine';

const TIMERS = [
  ['fstrim.service', 'Discard unused blocks on filesystems from /etc/fstab'],
  ['logrotate.service', 'Rotate log files'],
  ['man-db.service', 'Daily man-db regeneration'],
  ['sysstat-collect.service', 'system activity accounting tool'],
  ['apt-daily.service', 'Daily apt download activities'],
] as const;
/** How often in an hour, who, and what. */
const WORDS: readonly (readonly [number, string, number, (random: Random) => string])[] = [
  [
    0.1,
    'kernel',
    0,
    (random) =>
      `[${random.between(1e5, 9e5)}.${random.between(1e5, 999_999)}] cilium_host: Caught tx_queue_len zero misconfig`,
  ],
  [0.3, 'systemd-resolved', 611, () => 'Clock change detected. Flushing caches.'],
  [0.1, 'chronyd', 640, (random) => `Selected source 192.0.2.${random.between(2, 9)} (2.pool.ntp.example)`],
];
const UNSET = 4_294_967_295;

/** Machines by themselves: timers, cron, a little of the kernel, and what their audit keeps of it. */
export const machineChores: Routine = {
  name: 'machine-chores',
  hour(scene, from) {
    const { cluster, random } = scene;
    for (const node of cluster.nodes) {
      for (let left = timesOf(scene, 3); left > 0; left -= 1) {
        const at = from + random.below(HOUR);
        const [unit, title] = random.of(TIMERS);
        const service = unit.replace('.service', '');
        const details = `pid=1 uid=0 auid=${UNSET} ses=${UNSET} subj=unconfined msg='unit=${service} comm="systemd" exe="/usr/lib/systemd/systemd" hostname=? addr=? terminal=? res=success'`;
        writeSyslog(scene, node, at, 'systemd', 1, `Starting ${unit} - ${title}...`);
        writeAuditRecord(scene, node, at + 200_000, 'SERVICE_START', details);
        writeSyslog(scene, node, at + 900_000, 'systemd', 1, `Finished ${unit} - ${title}.`);
        writeAuditRecord(scene, node, at + 910_000, 'SERVICE_STOP', details);
      }
      for (let at = from + 17 * MINUTE, index = hourOfDay(from); at < from + HOUR; at += 20 * MINUTE, index += 1) {
        if (!everyNth(scene, index)) continue;
        const pid = random.between(70_000, 99_000);
        writeSyslog(
          scene,
          node,
          at + 90_000,
          'CRON',
          pid,
          '(root) CMD (   test -x /etc/cron.daily/sysstat && /usr/lib/sysstat/debian-sa1 1 1)',
        );
        writeAuth(
          scene,
          node,
          at + 80_000,
          'CRON',
          pid,
          'pam_unix(cron:session): session opened for user root(uid=0) by root(uid=0)',
        );
        writeExecution(scene, node, {
          at: at + 95_000,
          argv: ['/usr/bin/dash', '-c', 'test -x /etc/cron.daily/sysstat'],
          cwd: '/root',
          auid: 0,
          uid: 0,
          parent: pid,
          key: 'rootcmd',
        });
        writeAuth(scene, node, at + 300_000, 'CRON', pid, 'pam_unix(cron:session): session closed for user root');
      }
      for (const [mean, program, pid, text] of WORDS) {
        for (let left = timesOf(scene, mean); left > 0; left -= 1) {
          writeSyslog(scene, node, from + random.below(HOUR), program, pid, text(random));
        }
      }
    }
  },
};

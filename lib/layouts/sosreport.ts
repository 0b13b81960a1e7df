import { splitPath } from './file-name';
import type { Layout } from './layout';

/** `sosreport-<host>[-<case>]-<date>-<random>`; the host may be short or complete, the case is a number. */
const ROOT = /^sosreport-([A-Za-z0-9][A-Za-z0-9._-]{0,252}?)(?:-\d{6,10})?-(?:\d{4}-\d\d-\d\d|\d{14})-[a-z0-9]{4,8}$/;
/** Commands are files named after their own text: `journalctl_--no-pager_--unit_kubelet`. */
const UNIT = /^journalctl_.{0,100}?--unit_([A-Za-z0-9@._:-]{1,100}?)(?:_--|$)/;

/** One machine: its files under their own paths, and the output of commands in `sos_commands/<plugin>`. */
export const sosreport: Layout = {
  name: 'sosreport',
  title: 'sos report of a machine',
  source: 'https://github.com/sosreport/sos',
  read(path) {
    const { folders, file } = splitPath(path);
    const node = folders.map((folder) => ROOT.exec(folder)?.[1]).findLast((host) => host !== undefined) ?? null;
    const unit = folders.includes('sos_commands') ? (UNIT.exec(file)?.[1] ?? null) : null;
    if (unit === null) return node === null ? null : { node };
    const component = unit.replace(/\.service$/, '');
    return { node, component, unit: unit.includes('.') ? unit : `${unit}.service` };
  },
  examples: [
    {
      path: 'sosreport-worker-3-01234567-2024-01-02-abcdefg/var/log/messages',
      identity: { node: 'worker-3' },
    },
    {
      path: 'sosreport-db01.lab.example-2024-01-02-abcdefg/sos_commands/crio/journalctl_--no-pager_--unit_crio',
      identity: { node: 'db01.lab.example', component: 'crio', unit: 'crio.service' },
    },
    { path: 'sosreport-notes/var/log/messages', identity: null },
    { path: 'sos_commands/kernel/dmesg', identity: null },
  ],
};

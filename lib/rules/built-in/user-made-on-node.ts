import type { BuiltInRule } from '../built-in-rule';

const COMMANDS = String.raw`(\b(useradd|adduser|newusers)\b(.* -o\b.*| .*(-u|--uid)[= ]*0\b.*| +[a-z_][a-z0-9_-]*$|.*(-m|--create-home|-s +\/bin\/[a-z]*sh|--shell[= ]\/bin\/[a-z]*sh)\b)|\busermod\b.*-(a?G|aG|Ga) *[a-z,]*(sudo|wheel|root|docker|admin)\b|\bgpasswd\b.*-a\b.*(sudo|wheel|root|docker)\b|>> *\/etc\/(passwd|shadow|sudoers))`;

export const userMadeOnNode: BuiltInRule = {
  kind: 'rule',
  name: 'user-made-on-node',
  title: 'A user was made on a node',
  about: 'A user or a group of administrators was changed on a node, or a user got the number of root.',
  level: 'medium',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1136.001'],
  matrix: [],
  falsePositives: 'Packages bring users of their own (system users without a shell); provisioning.',
  next: [{ title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' }],
  q: `type:node (command:/${COMMANDS}/ or proc.cmdline:/${COMMANDS}/ or (component:(useradd or adduser) /new user: name=/ -(account.shell:(*nologin or *false) or /shell=\\S*(nologin|false)/)))`,
  by: ['node', 'user', 'pod'],
  hits: [
    { type: 'node', attributes: { command: '/usr/sbin/useradd -o -u 0 backup2' } },
    { type: 'node', attributes: { command: 'usermod -aG sudo www-data' } },
    {
      type: 'node',
      fields: { component: 'useradd' },
      message: 'new user: name=ops, UID=1001, GID=1001, home=/home/ops, shell=/bin/bash',
    },
  ],
  misses: [
    { type: 'node', attributes: { command: '/usr/sbin/useradd --system --shell /usr/sbin/nologin prometheus' } },
    { type: 'node', attributes: { command: 'id ann' } },
    {
      type: 'node',
      fields: { component: 'useradd' },
      message: 'new user: name=x, UID=998, GID=998, home=/, shell=/usr/sbin/nologin',
    },
  ],
};

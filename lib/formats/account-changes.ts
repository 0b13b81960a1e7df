import type { LogEvent } from '@/lib/events';
import { parseCount } from './addresses';
import { NOT_MINE, READ, type TextFormat } from './format';
import { cut } from './json-value';
import { raiseSeverity } from './raise-severity';
import { isRepetition } from './syslog-repeated';

const PROGRAMS: ReadonlySet<string> = new Set(
  'useradd userdel usermod adduser deluser newusers groupadd groupdel groupmod gpasswd passwd chage chsh chfn chpasswd'.split(
    ' ',
  ),
);
const HEAD_MAX = 1024;

const QUOTED_GROUP = /(?:group|to shadow group|to group) ['‘“"]([^'’”"]{1,128})['’”"]/;
const QUOTED_USER = /(?:^add|user|for) ['‘“"]([^'’”"]{1,128})['’”"]/;
const MEMBER = /^user (\S{1,128}) (?:added|removed) by (\S{1,128}) (?:to|from) group (\S{1,128})/;
const PASSWORD = /(?:password (?:for|changed for)|changed password expiry for|changed user) ['‘“"]?([\w.@$-]{1,128})/;

export const accountChanges: TextFormat = {
  name: 'account-changes',
  title: 'Accounts changed',
  about: 'Users and groups that useradd, usermod, passwd and their like made, changed or removed.',
  source: 'shadow-maint/shadow, src/useradd.c, usermod.c, groupadd.c, gpasswd.c, passwd.c',
  type: null,
  reads: 'text',
  ofProgram: true,
  read(text, event) {
    if (event.component === null || !PROGRAMS.has(event.component)) return NOT_MINE;
    if (text.startsWith('pam_') || isRepetition(text)) return NOT_MINE;
    const head = text.slice(0, HEAD_MAX);
    event.message = text;
    const isNew = /^(?:new|group added to|removed|delete)\b/.test(head);
    if (/^(?:new (?:user|group|account)|group added to \S+): ?/.test(head)) readNew(head, event);
    else readChange(head, event);
    const failed = /^failed\b|\bfail(?:ed|ure)\b|cannot|can't/.test(head);
    raiseSeverity(event, failed ? 'warning' : isNew || event.attributes !== null ? 'notice' : 'info');
    return READ;
  },
  examples: [
    {
      told: { component: 'useradd' },
      text: 'new user: name=backup2, UID=0, GID=0, home=/root, shell=/bin/bash, from=/dev/pts/1',
      event: {
        severity: 'notice',
        name: 'backup2',
        attributes: {
          'target.user': 'backup2',
          'account.uid': 0,
          'account.gid': 0,
          'account.home': '/root',
          'account.shell': '/bin/bash',
          'account.from': '/dev/pts/1',
        },
      },
    },
    {
      told: { component: 'groupadd' },
      text: 'new group: name=web, GID=48',
      event: { name: 'web', attributes: { 'target.group': 'web', 'account.gid': 48 } },
    },
    {
      told: { component: 'usermod' },
      text: "add 'ann' to group 'wheel'",
      event: { attributes: { 'target.user': 'ann', 'target.group': 'wheel' } },
    },
    {
      told: { component: 'gpasswd' },
      text: 'user ann added by root to group wheel',
      event: { user: 'root', attributes: { 'target.user': 'ann', 'target.group': 'wheel' } },
    },
    {
      told: { component: 'useradd' },
      text: "failed adding user 'ann', data deleted",
      event: { severity: 'warning', attributes: { 'target.user': 'ann' } },
    },
    { text: 'new group: name=web, GID=48', event: null },
    { told: { component: 'passwd' }, text: 'pam_unix(passwd:chauthtok): password changed for ann', event: null },
  ],
};

/** `name=web, GID=48, home=…`: a user, or a group. */
function readNew(head: string, event: LogEvent): void {
  const isGroup = head.includes('group', 0) && !head.startsWith('new user');
  for (const pair of head.slice(head.indexOf(':') + 1).split(',')) {
    const equals = pair.indexOf('=');
    const key = pair.slice(0, Math.max(0, equals)).trim().toLowerCase();
    const value = cut(pair.slice(equals + 1).trim());
    if (key === 'name' || key === 'account') {
      event.name = value;
      event.setAttribute(isGroup ? 'target.group' : 'target.user', value);
    } else if (/^[a-z]{2,10}$/.test(key)) event.setAttribute(`account.${key}`, parseCount(value) ?? value);
  }
}

function readChange(head: string, event: LogEvent): void {
  const member = MEMBER.exec(head);
  if (member !== null) {
    event.setAttribute('target.user', member[1]);
    event.user = member[2] ?? null;
    event.setAttribute('target.group', member[3]);
    return;
  }
  event.setAttribute('target.group', QUOTED_GROUP.exec(head)?.[1]);
  event.setAttribute('target.user', QUOTED_USER.exec(head)?.[1] ?? PASSWORD.exec(head)?.[1]);
}

import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { raiseSeverity } from './raise-severity';
import { isRepetition } from './syslog-repeated';

const USER = /^ {0,32}([^\s:]{1,128}) : /;
const FIELD = /^([A-Z]{2,12})=/;
const FIELDS_MAX = 16;
const HEAD_MAX = 8192;

export const sudo: TextFormat = {
  name: 'sudo',
  title: 'sudo',
  about: 'Who ran which command as whom and from where, and why somebody was not let; after the program’s name.',
  source: 'https://www.sudo.ws/docs/man/sudoers.man/ (LOG FORMAT); sudo-project/sudo, lib/eventlog/eventlog.c',
  type: null,
  reads: 'text',
  ofProgram: true,
  read,
  examples: [
    {
      told: { component: 'sudo' },
      text: '     ann : TTY=pts/4 ; PWD=/home/ann ; USER=root ; COMMAND=/bin/sh -c echo a ; echo b',
      event: {
        user: 'ann',
        decision: 'allow',
        severity: 'notice',
        message: 'ann ran /bin/sh -c echo a ; echo b as root',
        attributes: { tty: 'pts/4', pwd: '/home/ann', 'target.user': 'root', command: '/bin/sh -c echo a ; echo b' },
      },
    },
    {
      told: { component: 'sudo' },
      text: 'ann : 3 incorrect password attempts ; TTY=pts/7 ; PWD=/srv ; USER=root ; COMMAND=/usr/bin/id',
      event: {
        user: 'ann',
        decision: 'forbid',
        reason: '3 incorrect password attempts',
        severity: 'warning',
        message: 'ann was refused /usr/bin/id as root: 3 incorrect password attempts',
      },
    },
    {
      told: { component: 'sudo' },
      text: 'ann : user NOT in sudoers ; TTY=pts/0 ; PWD=/ ; USER=root ; TSID=00000A ; COMMAND=/bin/ls',
      event: { decision: 'forbid', reason: 'user NOT in sudoers' },
    },
    {
      told: { component: 'sudo' },
      text: 'unable to execute /usr/sbin/mailer: Permission denied',
      event: { decision: null, message: 'unable to execute /usr/sbin/mailer: Permission denied' },
    },
    { told: { component: 'sudo' }, text: 'pam_unix(sudo:session): session closed for user root', event: null },
    { text: 'ann : TTY=pts/4 ; PWD=/home/ann ; USER=root ; COMMAND=/bin/ls', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  if (event.component !== 'sudo' || text.startsWith('pam_') || isRepetition(text)) return NOT_MINE;
  event.message = text;
  const user = USER.exec(text.slice(0, 200));
  if (user === null) {
    raiseSeverity(event, 'info');
    return READ;
  }
  event.user = user[1] ?? null;
  const reason = readFields(text.slice(user[0].length, HEAD_MAX), event);
  const { command } = event.attributes ?? {};
  const refused = reason !== null && !reason.startsWith('(command continued)');
  if (refused) event.reason = cut(reason);
  if (refused || command !== undefined) event.decision = refused ? 'forbid' : 'allow';
  raiseSeverity(event, refused ? 'warning' : 'notice');
  if (command === undefined) return READ;
  const target = event.attributes?.['target.user'];
  const what = `${command}${target === undefined ? '' : ` as ${target}`}`;
  event.message = refused ? `${event.user} was refused ${what}: ${reason}` : `${event.user} ran ${what}`;
  return READ;
}

/** `[reason ; ]TTY=… ; PWD=… ; USER=… ; COMMAND=…`, the command last and whole. Answers the reason. */
function readFields(fields: string, event: LogEvent): string | null {
  let reason: string | null = null;
  let at = 0;
  for (let left = FIELDS_MAX; left > 0; left--) {
    const rest = fields.slice(at);
    if (rest.startsWith('COMMAND=')) {
      event.setAttribute('command', cut(rest.slice(8)));
      return reason;
    }
    const end = rest.indexOf(' ; ');
    const field = end === -1 ? rest : rest.slice(0, end);
    const key = FIELD.exec(field);
    if (key !== null)
      event.setAttribute(NAMES.get(key[1] ?? '') ?? (key[1] ?? '').toLowerCase(), cut(field.slice(key[0].length)));
    else if (reason === null) reason = field;
    if (end === -1) return reason;
    at += end + 3;
  }
  return reason;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['USER', 'target.user'],
  ['GROUP', 'target.group'],
  ['HOST', 'rhost'],
  ['ENV', 'environment'],
]);

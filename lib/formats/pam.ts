import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount } from './addresses';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { raiseSeverity } from './raise-severity';

const MODULE = /^(pam_\w{1,32})\(([\w.@+-]{1,64})(?::(\w{1,16}))?\)(?:\[\d{1,10}\])?: ?/;
/** What modules said before they named themselves in the message; only after the name of a program. */
const UNNAMED =
  /^(?:PAM )?(?:session (?:opened|closed) for user |authentication (?:failure|success); logname=|check pass; user unknown|\d{1,6} more authentication failures?; logname=)/;
const SESSION =
  /^session (opened|closed) for user (.{1,256}?)(?:\(uid=(\d{1,10})\))?(?: by (.{0,256})\(uid=(\d{1,10})\))?$/;
const ACCOUNT =
  /(?:password changed for|failures for user|received for user|denied for user|account|for user|by user) ["']?([\w.@\\$-]{1,128})/;
const REFUSED = /authentication failures?\b|denied|not met|locked|user unknown|failure|expired|rejected/i;
const PAIRS: ReadonlySet<string> = new Set(['logname', 'uid', 'euid', 'tty', 'ruser', 'rhost', 'user']);

export const pam: TextFormat = {
  name: 'pam',
  title: 'PAM',
  about: 'What the modules that log people in say, in whichever program: sessions, failures, locked accounts.',
  source: 'linux-pam/linux-pam, libpam/pam_syslog.c and modules/pam_unix/support.c',
  type: null,
  reads: 'text',
  read,
  examples: [
    {
      told: { component: 'sshd' },
      text: 'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.7  user=root',
      event: {
        user: 'root',
        srcIp: '192.0.2.7',
        decision: 'forbid',
        severity: 'warning',
        message: 'authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.7  user=root',
        attributes: {
          'pam.module': 'pam_unix',
          'pam.service': 'sshd',
          'pam.type': 'auth',
          'pam.uid': 0,
          'pam.euid': 0,
          tty: 'ssh',
        },
      },
    },
    {
      told: { component: 'sudo' },
      text: 'pam_unix(sudo:session): session opened for user root(uid=0) by ann(uid=1000)',
      event: {
        user: 'ann',
        decision: null,
        severity: 'info',
        attributes: {
          'pam.module': 'pam_unix',
          'pam.service': 'sudo',
          'pam.type': 'session',
          'session.state': 'opened',
          'target.user': 'root',
          'pam.uid': 1000,
        },
      },
    },
    {
      told: { component: 'su' },
      text: 'session closed for user ann',
      event: { user: 'ann', attributes: { 'session.state': 'closed' } },
    },
    {
      told: { component: 'vsftpd' },
      text: 'check pass; user unknown',
      event: { user: null, decision: 'forbid', reason: 'user unknown' },
    },
    {
      text: 'pam_faillock(sshd:auth): Consecutive login failures for user ann account temporarily locked',
      event: { user: 'ann', severity: 'warning' },
    },
    { text: 'session closed for user ann', event: null },
    { text: 'pam_unix: no service', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  const module = text.startsWith('pam_') ? MODULE.exec(text.slice(0, 160)) : null;
  if (module === null && !(event.component !== null && UNNAMED.test(text.slice(0, 64)))) return NOT_MINE;
  event.setAttribute('pam.module', module?.[1]);
  event.setAttribute('pam.service', module?.[2]);
  event.setAttribute('pam.type', module?.[3]);
  const message = text.slice(module?.[0].length ?? 0);
  event.message = message;
  const head = message.slice(0, 1024);
  if (readSession(head, event)) return READ;
  readPairs(head, event);
  event.user ??= ACCOUNT.exec(head)?.[1] ?? null;
  if (REFUSED.test(head)) {
    event.decision = 'forbid';
    event.reason = cut(/user unknown/.exec(head)?.[0] ?? (head.split(/[;:]/, 1)[0] || 'refused'));
    raiseSeverity(event, 'warning');
  } else if (head.startsWith('authentication success')) event.decision = 'allow';
  raiseSeverity(event, 'info');
  return READ;
}

/** Who opened a session, and as whom. */
function readSession(head: string, event: LogEvent): boolean {
  const match = head.startsWith('session ') ? SESSION.exec(head.trimEnd()) : null;
  if (match === null) return false;
  const target = match[2] ?? '';
  const by = match[4] ?? '';
  event.user = by === '' || by === 'LOGIN' ? target : by;
  event.setAttribute('session.state', match[1]);
  if (event.user !== target) event.setAttribute('target.user', target);
  event.setAttribute('pam.uid', parseCount(match[5] ?? ''));
  raiseSeverity(event, 'info');
  return true;
}

/** `logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.7  user=root`. */
function readPairs(head: string, event: LogEvent): void {
  for (const word of head.split(' ')) {
    const equals = word.indexOf('=');
    const key = word.slice(0, Math.max(equals, 0));
    const value = word.slice(equals + 1);
    if (value === '' || !PAIRS.has(key)) continue;
    if (key === 'user') event.user = cut(value);
    else if (key === 'rhost' && isAddress(value)) event.srcIp = value;
    else if (key === 'uid' || key === 'euid') event.setAttribute(`pam.${key}`, parseCount(value));
    else event.setAttribute(key, cut(value));
  }
}

import { type LogEvent, severityFromSyslog } from '@/lib/events';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import { CAPITALS, DIGITS, SMALL_LETTERS } from './openings';
import type { ReadContext } from './read-context';
import { FACILITIES } from './syslog-facilities';
import { SyslogLineScanner } from './syslog-line';
import { isDigit } from './timestamps';

const NAME = 'syslog-3164';
const LESS = 60;
const GREATER = 62;

const line = new SyslogLineScanner();

export const syslog3164: TextFormat = {
  name: NAME,
  title: 'syslog (RFC 3164)',
  about:
    'auth.log, secure, messages, and what syslog daemons forward: perhaps a priority, a time without a year or rsyslog’s ISO time, the machine, the program.',
  source: 'RFC 3164 section 4; rsyslog RSYSLOG_FileFormat',
  type: 'node',
  envelope: true,
  headed: true,
  reads: 'text',
  opensWith: `<${CAPITALS}${DIGITS}${SMALL_LETTERS}`,
  read,
  examples: [
    {
      text: '<38>Jun  4 09:01:02 web-1 sshd[77]: Failed password for root',
      event: {
        severity: 'info',
        node: 'web-1',
        component: 'sshd',
        pid: 77,
        timeGuess: 3,
        attributes: { facility: 'auth' },
      },
      content: 'Failed password for root',
    },
    {
      text: 'Jun  4 09:01:02 web-1 su(pam_unix)[8]: session opened',
      event: { time: 1780563662000000, node: 'web-1', component: 'su', pid: 8, severity: null },
      content: 'session opened',
    },
    {
      text: '2018-08-14T14:30:02.203151+02:00 web-1 systemd[4179]: Reached target',
      event: { time: 1534249802203151, timeGuess: 0, node: 'web-1' },
      content: 'Reached target',
    },
    {
      before: ['Jun  4 09:01:02 lab-db sshd[77]: first'],
      text: 'Jun 14 09:01:02 lab-db last message repeated 2 times',
      event: { node: 'lab-db', component: null },
      content: 'last message repeated 2 times',
    },
    { text: 'août  9 11:08:37 web-1 test[4]: bonjour', event: { node: 'web-1' }, content: 'bonjour' },
    {
      text: 'Jun  4 2024 09:01:02 web-1 /usr/sbin/cron[5]: a year and a path',
      event: { time: 1717491662000000, timeGuess: 2, component: 'cron', pid: 5 },
      content: 'a year and a path',
    },
    {
      text: 'Jun  4 09:01:02 web-1  sshd[77]: two blanks before the program',
      event: { node: 'web-1', component: 'sshd', pid: 77 },
      content: 'two blanks before the program',
    },
    {
      text: 'Jun  4 09:01:02  sshd[77]: last message repeated 2 times',
      event: { node: null, component: 'sshd', pid: 77 },
      content: 'last message repeated 2 times',
    },
    {
      text: 'Jun  4 09:01:02 web-1 syslogd 1.4.1: restart.',
      event: { node: 'web-1', component: 'syslogd' },
      content: 'restart.',
    },
    {
      text: 'Jun  4 09:01:02 web-1  -- root[77]: ROOT LOGIN ON tty2',
      event: { node: 'web-1', component: 'login', pid: 77 },
      content: 'ROOT LOGIN ON tty2',
    },
    {
      text: 'Jun  4 09:01:02 #8#/#8# crond(pam_unix)[77]: a name made unreadable',
      event: { node: '#8#', component: 'crond', pid: 77 },
      content: 'a name made unreadable',
    },
    { text: '<13>Jun 14 09:01:02 192.0.2.9 no program', event: { node: '192.0.2.9' }, content: 'no program' },
    { text: '<13>Jun 14 09:01:02 cron[5]: no host', event: { node: null, component: 'cron' }, content: 'no host' },
    {
      text: '2024 Jun 14 09:01:02 web-1 app-7: the year comes first',
      event: {
        time: Date.UTC(2024, 5, 14, 9, 1, 2) * 1000,
        timeGuess: 2,
        node: 'web-1',
        component: 'app-7',
      },
      content: 'the year comes first',
      before: ['Jun  4 09:01:02 web-1 sshd[77]: first'],
    },
    {
      text: '<13>Jun 14 09:01:02 local@web-1 /opt/sbin/gatherer[5]: behind a relay',
      event: { node: 'web-1', component: 'gatherer', pid: 5 },
      content: 'behind a relay',
    },
    {
      text: '<13>Jun 9 09:01:02 web-1 app: a day alone',
      event: { node: 'web-1', component: 'app' },
      content: 'a day alone',
    },
    {
      text: '<13>Jun 14 2024 09:01:02 web-1 app: with a year',
      event: { time: Date.UTC(2024, 5, 14, 9, 1, 2) * 1000, node: 'web-1' },
      content: 'with a year',
    },
    { text: '<999>Jun 14 09:01:02 web-1 sshd[77]: no such priority', event: null },
    { text: '<34>1 2003-10-11T22:14:15.003Z web-1 su - ID47 - that is RFC 5424', event: null },
    { text: 'Jun 14 09:01:02 web-1 sshd[77]: as likely journalctl', event: null },
    { text: '<html>', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(0) !== LESS) {
    if (!line.scan(text, 0, context) || !line.named || !isSyslogDaemons(line, context)) return NOT_MINE;
    const content = line.fill(text, event, context);
    if (content === null) return NOT_MINE;
    if (!context.headers.has(NAME)) context.headers.set(NAME, []);
    return content;
  }
  let at = 1;
  while (at < 5 && isDigit(text.charCodeAt(at))) at++;
  const priority = Number(text.slice(1, at));
  if (at === 1 || text.charCodeAt(at) !== GREATER || priority > 191) return NOT_MINE;
  if (!line.scan(text, at + 1, context)) return NOT_MINE;
  const content = line.fill(text, event, context);
  if (content === null) return NOT_MINE;
  event.severity = severityFromSyslog(priority & 7);
  event.setAttribute('facility', FACILITIES[priority >> 3]);
  return content;
}

/** Since systemd 255 journalctl writes a colon too. */
const JOURNALS = /journal/;
const FILES = /(?:^|\/)(?:syslog|messages|auth|secure|kern|cron|mail|daemon|user|debug)(?:[.-][\w.-]*)?$/;

/**
 * Whether a line without priority comes from a syslog daemon rather than from journalctl, which prints the same: its file is
 * named so, its day or zone is written so, or an earlier line of the file was.
 */
export function isSyslogDaemons(scanned: SyslogLineScanner, context: ReadContext): boolean {
  const { time } = scanned;
  if (time.journals || scanned.daemons) return scanned.daemons;
  if (time.iso ? time.zoneColon && !JOURNALS.test(context.path) : time.dayPadded) return true;
  return context.headers.has(NAME) || FILES.test(context.path);
}

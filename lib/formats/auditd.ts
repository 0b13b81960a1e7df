import type { LogEvent } from '@/lib/events';
import { joinAudit } from './audit-join';
import { readAuditFields } from './audit-record';
import { auditTypeRank, describeAudit } from './audit-sentence';
import { auditTypeName } from './audit-types';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import type { ReadContext } from './read-context';
import { dayMicros, TimestampScanner } from './timestamps';

/** Records that somebody put on one line; more are left to the original. */
const RECORDS_MAX = 64;
const HEAD_MAX = 400;

const NODE = /^node=([\w.:-]{1,255}) /;
/** What the kernel's own log has before its records. */
const KERNEL = /^(?:\[ *\d{1,10}\.\d{1,6}\] )?audit: /;
const HEADER =
  /^(?:type=([A-Z][A-Z0-9_]{1,40}|UNKNOWN\[\d{1,5}\]|\d{1,5}) )?(?:msg=)?audit\((?:(\d{1,11})\.(\d{1,9})|(\d\d\/\d\d\/\d{2,4} [\d:.]{8,18})):(\d{1,15})\) ?:? ?/;
/** Records whose messages alone were taken out of the journal: a type, and the field that it begins with. */
const JOURNALED =
  /^(?:AVC (?:avc:|apparmor=)|SYSCALL arch=|SECCOMP auid=|PROCTITLE proctitle=|PATH item=|CWD cwd=|EXECVE argc=|SOCKADDR saddr=|BPF prog-id=|NETFILTER_CFG table=|(?:USER_[A-Z]+|CRED_[A-Z]+|SERVICE_ST(?:ART|OP)) pid=)/;
const NEXT = / type=(?:[A-Z][A-Z0-9_]{1,40}|UNKNOWN\[\d{1,5}\]|\d{1,5}) msg=audit\(/y;

const scanner = new TimestampScanner();

export const auditd: TextFormat = {
  name: 'auditd',
  title: 'Linux audit',
  about:
    'What the kernel and login programs tell auditd: calls with their files, arguments and sockets, logins, refusals of SELinux and AppArmor. The records of one event are joined, hexadecimal texts decoded, numbers of calls and types named.',
  source: 'linux-audit/audit-userspace, docs; torvalds/linux, kernel/audit.c and include/uapi/linux/audit.h',
  type: 'node',
  reads: 'text',
  read,
  join: joinAudit,
  examples: [
    {
      text: 'node=web-1 type=SYSCALL msg=audit(1700000000.250:77): arch=c000003e syscall=59 success=yes exit=0 a0=55d0 a1=55d8 items=2 ppid=10 pid=11 auid=1000 uid=0 gid=0 euid=0 tty=pts1 ses=1 comm="id" exe="/usr/bin/id" key=(null)',
      event: {
        time: 1700000000250000,
        node: 'web-1',
        component: 'auditd',
        pid: 11,
        user: '1000',
        severity: 'info',
        message: '1000 /usr/bin/id execve',
        attributes: {
          'audit.type': 'SYSCALL',
          'audit.serial': 77,
          arch: 'x86_64',
          syscall: 'execve',
          success: 'yes',
          exit: 0,
          'syscall.a0': '55d0',
          'syscall.a1': '55d8',
          items: 2,
          ppid: 10,
          auid: 1000,
          uid: 0,
          gid: 0,
          euid: 0,
          tty: 'pts1',
          ses: 1,
          comm: 'id',
          exe: '/usr/bin/id',
        },
      },
    },
    {
      text: 'type=EXECVE msg=audit(1700000000.250:77): argc=3 a0="sh" a1="-c" a2=6563686F206869',
      event: {
        message: 'someone ran sh -c echo hi',
        attributes: {
          'audit.type': 'EXECVE',
          'audit.serial': 77,
          argc: 3,
          a0: 'sh',
          a1: '-c',
          a2: 'echo hi',
          command: 'sh -c echo hi',
        },
      },
    },
    {
      text: 'type=USER_LOGIN msg=audit(1700000000.250:78): pid=9 uid=0 auid=4294967295 ses=4294967295 msg=\'op=login acct="ann" exe="/usr/sbin/sshd" hostname=? addr=192.0.2.7 terminal=sshd res=failed\'\u001dUID="root" AUID="unset"',
      event: {
        user: 'ann',
        srcIp: '192.0.2.7',
        decision: 'forbid',
        severity: 'warning',
        message: 'USER_LOGIN login ann from 192.0.2.7 by /usr/sbin/sshd: failed',
      },
    },
    {
      text: 'audit: type=1400 audit(1700000000.250:79): apparmor="DENIED" operation="open" profile="web" name="/etc/shadow" pid=12 comm="cat" requested_mask="r" denied_mask="r"',
      event: {
        decision: 'forbid',
        pid: 12,
        name: '/etc/shadow',
        message: 'AVC DENIED open /etc/shadow by cat',
      },
    },
    {
      text: 'type=SOCKADDR msg=audit(1700000000.250:80): saddr=020001BBC63364070000000000000000',
      event: { dstIp: '198.51.100.7', dstPort: 443, message: 'SOCKADDR 198.51.100.7 port 443' },
    },
    {
      text: 'type=PATH msg=audit(1700000000.250:80): item=0 name="/etc/hosts" inode=7 dev=fd:01 mode=0100644 ouid=0 ogid=5 rdev=00:00 obj=system_u:object_r:net_conf_t:s0 nametype=NORMAL',
      event: {
        name: '/etc/hosts',
        message: 'PATH /etc/hosts',
        attributes: {
          'audit.type': 'PATH',
          'audit.serial': 80,
          'path.0': '/etc/hosts',
          'path.0.inode': 7,
          'path.0.dev': 'fd:01',
          'path.0.mode': '0100644',
          'path.0.ouid': 0,
          'path.0.ogid': 5,
          'path.0.obj': 'system_u:object_r:net_conf_t:s0',
          'path.0.nametype': 'NORMAL',
        },
      },
    },
    {
      text: 'type=DAEMON_END msg=audit(1700000000.250:81): auditd normal halt, sending auid=? pid=? subj=? res=success',
      event: { severity: 'notice', message: 'DAEMON_END auditd normal halt' },
    },
    {
      text: 'type=TTY msg=audit(1700000000.250:82): tty data=6C73015468',
      event: {
        attributes: {
          'audit.type': 'TTY',
          'audit.serial': 82,
          'audit.text': 'tty',
          data: 'ls\u0001Th',
        },
      },
    },
    { text: 'type=EOE msg=audit(1700000000.250:80): ', event: { message: 'EOE' } },
    { text: 'type=UNKNOWN[1329] msg=g', event: { time: null, attributes: { 'audit.type': 'REPLACE' } } },
    {
      told: { component: 'audit' },
      text: 'CRED_ACQ pid=9 uid=0 auid=1000 msg=\'op=PAM:setcred acct="ann" exe="/usr/bin/sudo" hostname=? addr=? res=success\'',
      event: { pid: 9, user: 'ann', decision: 'allow', message: 'CRED_ACQ PAM:setcred ann by /usr/bin/sudo' },
    },
    {
      text: 'AVC apparmor="DENIED" operation="ptrace" profile="web" pid=9 comm="ps"',
      event: { decision: 'forbid', pid: 9 },
    },
    { told: { component: 'audit' }, text: 'backlog limit exceeded', event: null },
    { text: 'type=SYSCALL msg=audit(soon:1): arch=c000003e', event: null },
    { text: 'type=warning msg=audit finished', event: null },
    { text: 'audit: backlog limit exceeded', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const node = text.startsWith('node=') ? NODE.exec(text.slice(0, HEAD_MAX)) : null;
  let at = node === null ? 0 : node[0].length;
  if (node === null && mayBeKernels(text)) at = KERNEL.exec(text.slice(0, HEAD_MAX))?.[0].length ?? 0;
  if (!opensRecord(text, at))
    return event.component === 'audit' || JOURNALED.test(text) ? readJournaled(text, event) : NOT_MINE;
  const header = HEADER.exec(text.slice(at, at + HEAD_MAX));
  if (header === null) return readTorn(text, at, event);
  if (!setTime(header, event, context)) return NOT_MINE;
  if (node !== null) event.node = node[1] ?? null;
  if (event.component === null || event.component.startsWith('audisp')) event.component = 'auditd';
  event.setAttribute('audit.serial', Number(header[5]));
  event.joinKey = `${event.node ?? ''} ${header[2] ?? header[4]}.${header[3] ?? ''}:${header[5]}`;
  at += header[0].length;
  readRecords(header[1] ?? '', text, at, event);
  describeAudit(event);
  return READ;
}

/** A type that auditd did not know, with a message that it could not print. */
function readTorn(text: string, at: number, event: LogEvent): Reading {
  const type = /^type=(UNKNOWN\[\d{1,5}\]) msg=/.exec(text.slice(at, at + 40))?.[1];
  if (type === undefined) return NOT_MINE;
  event.component ??= 'auditd';
  event.setAttribute('audit.type', auditTypeName(type));
  event.message = text;
  return READ;
}

/** What the journal made of a record: its type and fields, with time and program around it. */
function readJournaled(text: string, event: LogEvent): Reading {
  const type = /^([A-Z][A-Z0-9_]{2,40}|UNKNOWN\[\d{1,5}\])(?: |$)/.exec(text.slice(0, 64));
  if (type === null) return NOT_MINE;
  const name = auditTypeName(type[1] ?? '');
  readAuditFields(name, text, type[0].length, text.length, event);
  event.setAttribute('audit.type', name);
  describeAudit(event);
  return READ;
}

function mayBeKernels(text: string): boolean {
  return text.startsWith('audit: ') || text.charCodeAt(0) === 91;
}

function opensRecord(text: string, at: number): boolean {
  return text.startsWith('type=', at) || text.startsWith('audit(', at) || text.startsWith('msg=audit(', at);
}

/** Seconds since 1970 and a fraction, or the local time into which ausearch turns it. */
function setTime(header: RegExpExecArray, event: LogEvent, context: ReadContext): boolean {
  const [, , seconds, fraction = '', local] = header;
  if (seconds !== undefined) {
    context.clock.setFull(event, Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6)));
    return true;
  }
  const [date = '', clock = ''] = (local ?? '').split(' ');
  const [month, day, year] = date.split('/').map(Number);
  const micros = dayMicros((year ?? 0) < 100 ? 2000 + (year ?? 0) : (year ?? 0), month ?? 0, day ?? 0);
  if (Number.isNaN(micros) || !scanner.scanClock(clock, 0)) return false;
  context.clock.setWithoutZone(event, micros + scanner.micros);
  return true;
}

/** Mostly one; newlines between the records of an event may have become spaces on the way. */
function readRecords(first: string, text: string, start: number, event: LogEvent): void {
  let type = auditTypeName(first);
  let at = start;
  let best = '';
  for (let left = RECORDS_MAX; left > 0; left--) {
    const end = nextRecord(text, at);
    readAuditFields(type, text, at, end, event);
    if (best === '' || auditTypeRank(type) > auditTypeRank(best)) best = type;
    if (end === text.length) break;
    const header = HEADER.exec(text.slice(end + 1, end + 1 + HEAD_MAX));
    if (header === null) break;
    type = auditTypeName(header[1] ?? '');
    at = end + 1 + header[0].length;
  }
  event.setAttribute('audit.type', best);
  event.joinEnds = type === 'EOE';
}

function nextRecord(text: string, from: number): number {
  for (let at = text.indexOf(' type=', from); at !== -1; at = text.indexOf(' type=', at + 1)) {
    NEXT.lastIndex = at;
    if (NEXT.test(text)) return at;
  }
  return text.length;
}

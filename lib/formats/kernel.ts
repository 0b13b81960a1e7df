import { type LogEvent, severityFromSyslog, severityFromWord } from '@/lib/events';
import { parseCount, parseSmallCount } from './addresses';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { KERNEL_EVENTS } from './kernel-events';
import { monthNumber } from './month-names';
import { raiseSeverity } from './raise-severity';
import type { ReadContext } from './read-context';
import { dayMicros, TimestampScanner } from './timestamps';

const OPEN_BRACKET = 91;
const HEAD_MAX = 1024;

/** Seconds since the machine started, perhaps with the thread or the processor behind. */
const UPTIME = /^\[ {0,6}(\d{1,10}\.\d{6})\](?:\[ {0,8}[TC]\d{1,8}\])? ?/;
/** `dmesg --raw` and `dmesg --decode`. */
const LEVEL =
  /^(?:<(\d{1,3})>|(?:kern|user|daemon|syslog|auth|authpriv|mail|cron|local\d) {0,4}:(\w{4,6}) {0,4}: )(?=\[)/;
/** `dmesg --ctime`. */
const LOCAL = /^\[[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})\] /;
const DMESG = /(?:^|[/_-])(?:dmesg|kern)/;
/** Others' content: audit records, packets that a firewall rule logs, and what journalctl prints of other programs. */
const OTHERS = /^(?:audit: (?:type=|audit\()|.{0,128}\bIN=\S{0,32} OUT=|[\w.-]{1,128} [\w.@/-]{1,64}\[\d{1,10}\]: )/;

const scanner = new TimestampScanner();

/** What the groups of a shape are called as attributes; those in the fields of their own are not here. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  'scope comm usage limit seconds cpu device sector filesystem port interface bridge state vendor product module'
    .split(' ')
    .map((name) => [name, name === 'comm' ? name : `kernel.${name}`]),
);

export const kernel: TextFormat = {
  name: 'kernel',
  title: 'Linux kernel',
  about:
    'The kernel’s ring buffer, in syslog, the journal or dmesg: processes killed for memory, crashes, stalls, failing disks and links.',
  source: 'torvalds/linux, kernel/printk; the sources of each message are named in kernel-events.ts; dmesg(1)',
  type: 'node',
  reads: 'text',
  read,
  examples: [
    {
      told: { component: 'kernel' },
      text: '[12345.678901] Memory cgroup out of memory: Killed process 4711 (java) total-vm:8000000kB, anon-rss:2000000kB, file-rss:0kB, shmem-rss:0kB, UID:1000 pgtables:5000kB oom_score_adj:969',
      event: {
        type: null,
        severity: 'error',
        pid: 4711,
        message:
          'Memory cgroup out of memory: Killed process 4711 (java) total-vm:8000000kB, anon-rss:2000000kB, file-rss:0kB, shmem-rss:0kB, UID:1000 pgtables:5000kB oom_score_adj:969',
        attributes: {
          'kernel.uptime': 12345.678901,
          'kernel.event': 'oom-kill',
          'kernel.scope': 'Memory cgroup out of memory',
          comm: 'java',
          'memory.total_vm_kb': 8000000,
          'memory.anon_rss_kb': 2000000,
          'memory.file_rss_kb': 0,
          'memory.shmem_rss_kb': 0,
          'memory.pgtables_kb': 5000,
          uid: 1000,
          oom_score_adj: 969,
        },
      },
    },
    {
      told: { component: 'kernel' },
      text: 'oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=cri-0a1b,mems_allowed=0,oom_memcg=/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod0a1b2c3d_0000_4000_8000_0123456789ab.slice,task_memcg=/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod0a1b2c3d_0000_4000_8000_0123456789ab.slice/cri-containerd-00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff.scope,task=java,pid=4711,uid=1000',
      event: {
        pid: 4711,
        attributes: {
          'kernel.event': 'oom-kill',
          'kernel.scope': 'CONSTRAINT_MEMCG',
          comm: 'java',
          uid: 1000,
          cgroup:
            '/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod0a1b2c3d_0000_4000_8000_0123456789ab.slice/cri-containerd-00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff.scope',
          'pod.uid': '0a1b2c3d-0000-4000-8000-0123456789ab',
          'container.id': '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
        },
      },
    },
    {
      text: '[    7.000001] nginx[77]: segfault at 0 ip 00007f00 sp 00007ffe error 4 in libc.so.6[7f00+1000]',
      event: { component: 'kernel', pid: 77, severity: 'error' },
    },
    {
      told: { component: 'kernel' },
      text: 'INFO: task jbd2/sda1-8:301 blocked for more than 120 seconds.',
      event: { pid: 301, attributes: { 'kernel.event': 'hung-task', comm: 'jbd2/sda1-8', 'kernel.seconds': 120 } },
    },
    {
      told: { component: 'kernel' },
      text: 'blk_update_request: I/O error, dev sda, sector 12345 op 0x0:(READ) flags 0x0',
      event: {
        severity: 'error',
        attributes: { 'kernel.event': 'io-error', 'kernel.device': 'sda', 'kernel.sector': 12345 },
      },
    },
    {
      told: { component: 'kernel' },
      text: 'EXT4-fs error (device sda1): ext4_find_entry:1455: inode #2: comm ls: reading directory lblock 0',
      event: {
        attributes: { 'kernel.event': 'filesystem-error', 'kernel.filesystem': 'EXT4-fs', 'kernel.device': 'sda1' },
      },
    },
    {
      told: { component: 'kernel' },
      text: 'e1000e 0000:00:1f.6 eth0: NIC Link is Down',
      event: { severity: 'warning', attributes: { 'kernel.event': 'link-down', 'kernel.interface': 'eth0' } },
    },
    {
      text: '<4>[   77.000001] nf_conntrack: nf_conntrack: table full, dropping packet',
      event: { severity: 'error', attributes: { 'kernel.uptime': 77.000001, 'kernel.event': 'conntrack-full' } },
    },
    { told: { component: 'kernel' }, text: 'eth0: renamed from veth1', event: { severity: 'info' } },
    {
      told: { component: 'kernel' },
      text: 'audit: type=1400 audit(1700000000.250:79): apparmor="DENIED"',
      event: null,
    },
    {
      told: { component: 'kernel' },
      text: 'fw: IN=eth0 OUT= MAC=00 SRC=192.0.2.7 DST=10.0.0.1 PROTO=TCP',
      event: null,
    },
    { text: 'eth0: renamed from veth1', event: null },
    { text: '[7.01] too short a fraction', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const level = text.charCodeAt(0) === OPEN_BRACKET ? null : levelOf(text);
  const start = level?.[0].length ?? 0;
  const bracketed = text.charCodeAt(start) === OPEN_BRACKET;
  if (event.component !== 'kernel' && !bracketed) return NOT_MINE;
  const uptime = bracketed ? UPTIME.exec(text.slice(start, start + 48)) : null;
  const local =
    bracketed && uptime === null && DMESG.test(context.path) ? LOCAL.exec(text.slice(start, start + 40)) : null;
  if (event.component !== 'kernel' && uptime === null && local === null) return NOT_MINE;
  const message = text.slice(start + (uptime ?? local ?? [''])[0].length);
  const head = message.slice(0, HEAD_MAX);
  if (OTHERS.test(head)) return NOT_MINE;
  if (local !== null && !setLocalTime(local, event, context)) return NOT_MINE;
  event.component = 'kernel';
  event.message = message;
  event.setAttribute('kernel.uptime', uptime === null ? null : Number(uptime[1]));
  if (level !== null) {
    raiseSeverity(event, severityFromSyslog(Number(level[1] ?? '6') & 7) ?? 'info');
    raiseSeverity(event, severityFromWord(level[2] ?? 'info') ?? 'info');
  }
  readEvent(head, event);
  raiseSeverity(event, 'info');
  return READ;
}

function levelOf(text: string): RegExpExecArray | null {
  const first = text.charCodeAt(0);
  return first === 60 || (first >= 97 && first <= 122) ? LEVEL.exec(text.slice(0, 40)) : null;
}

function setLocalTime(match: RegExpExecArray, event: LogEvent, context: ReadContext): boolean {
  const day = dayMicros(Number(match[4]), monthNumber(match[1] ?? ''), Number(match[2]));
  if (Number.isNaN(day) || !scanner.scanClock(match[3] ?? '', 0)) return false;
  context.clock.setWithoutZone(event, day + scanner.micros);
  return true;
}

function readEvent(head: string, event: LogEvent): void {
  for (const { name, severity, shape } of KERNEL_EVENTS) {
    const match = shape.exec(head);
    if (match === null) continue;
    event.setAttribute('kernel.event', name);
    raiseSeverity(event, severity);
    for (const [group, value] of Object.entries(match.groups ?? {})) readGroup(group, value, event);
    if (name === 'oom-kill') readOom(head, event);
    return;
  }
}

function readGroup(group: string, value: string | undefined, event: LogEvent): void {
  if (value === undefined) return;
  if (group === 'pid') event.pid = parseSmallCount(value) ?? event.pid;
  else if (group === 'cgroup') readCgroup(value, event);
  else event.setAttribute(ATTRIBUTES.get(group) ?? group, group === 'comm' ? value : (parseCount(value) ?? value));
}

const SIZE = /\b(total-vm|anon-rss|file-rss|shmem-rss|pgtables):(\d{1,15})kB/g;

/** Who was killed, how much he had, and whose container he was in. */
function readOom(head: string, event: LogEvent): void {
  for (const [, name = '', size = ''] of head.matchAll(SIZE)) {
    event.setAttribute(`memory.${name.replace('-', '_')}_kb`, parseCount(size));
  }
  event.setAttribute('uid', parseCount(/\b(?:UID[: ]|uid=)(\d{1,10})/.exec(head)?.[1] ?? ''));
  const adjustment = /oom_score_adj:(-?\d{1,4})/.exec(head);
  if (adjustment !== null) event.setAttribute('oom_score_adj', Number(adjustment[1]));
  const task = /,task_memcg=(\/[^,]{0,400}),task=(.{1,64}?),pid=(\d{1,10}),/.exec(head);
  if (task === null) return;
  readCgroup(task[1] ?? '', event);
  event.setAttribute('comm', task[2]);
  event.pid = parseSmallCount(task[3] ?? '') ?? event.pid;
}

/** `…/kubepods…/pod<uid>/<container>`, or systemd's slices of the same (kubelet, cm/cgroup_manager_linux.go). */
function readCgroup(path: string, event: LogEvent): void {
  event.setAttribute('cgroup', cut(path));
  const uid =
    /pod([\da-f]{8}[_-][\da-f]{4}[_-][\da-f]{4}[_-][\da-f]{4}[_-][\da-f]{12}|[\da-f]{32})(?:\.slice)?(?:\/|$)/.exec(
      path,
    );
  if (uid !== null) event.setAttribute('pod.uid', (uid[1] ?? '').replaceAll('_', '-'));
  event.setAttribute('container.id', /[/-]([\da-f]{64})(?:\.scope)?(?:\/|$)/.exec(path)?.[1]);
}

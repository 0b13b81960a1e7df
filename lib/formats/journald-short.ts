import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { CAPITALS, DIGITS, SMALL_LETTERS } from './openings';
import type { ReadContext } from './read-context';
import { isSyslogDaemons } from './syslog-3164';
import { SyslogLineScanner } from './syslog-line';
import { TimestampScanner } from './timestamps';
import { zoneMinutes } from './zone-names';

const MINUTE = 60_000_000;
const OPEN_BRACKET = 91;
const BANNER_MAX = 300;

const line = new SyslogLineScanner();
const scanner = new TimestampScanner();

export const journaldShort: TextFormat = {
  name: 'journald-short',
  title: 'journalctl (short, full, with-unit, …)',
  about:
    'What journalctl prints: time, machine, program. Neither year nor zone is told, but the banner "Logs begin at …" tells both for the lines after it.',
  source:
    'systemd/systemd, src/shared/logs-show.c, output_short; https://www.freedesktop.org/software/systemd/man/latest/journalctl.html -o short, short-precise, short-iso, short-full, short-unix, short-monotonic, with-unit',
  type: 'node',
  envelope: true,
  headed: true,
  reads: 'text',
  opensWith: `-[${CAPITALS}${DIGITS}${SMALL_LETTERS}`,
  read,
  examples: [
    {
      text: 'Mar 21 14:51:17 node-a kubelet[178]: started',
      event: { time: 1774104677000000, timeGuess: 3, node: 'node-a', component: 'kubelet', pid: 178 },
      content: 'started',
    },
    {
      text: 'Aug 03 09:17:42.745241 ip-10-0-0-1 hyperkube[1354]: I0803 up',
      before: ['-- Logs begin at Tue 2021-08-03 09:12:17 UTC, end at Tue 2021-08-03 10:13:43 UTC. --'],
      event: { time: 1627982262745241, timeGuess: 1, node: 'ip-10-0-0-1', component: 'hyperkube' },
      content: 'I0803 up',
    },
    {
      text: '2024-05-06T07:08:09+0200 node-a kernel: eth0: link up',
      event: { time: 1714972089000000, timeGuess: 0, component: 'kernel', pid: null },
      content: 'eth0: link up',
    },
    {
      text: '-- Journal begins at Wed 2024-01-03 10:00:00 CET, ends at Thu 2024-01-04 10:00:00 CET. --',
      event: {
        time: null,
        message: '-- Journal begins at Wed 2024-01-03 10:00:00 CET, ends at Thu 2024-01-04 10:00:00 CET. --',
      },
    },
    {
      text: 'Mon 2024-05-06 07:08:09 CEST node-a kubelet[178]: started',
      event: { time: Date.UTC(2024, 4, 6, 5, 8, 9) * 1000, timeGuess: 0, node: 'node-a', component: 'kubelet' },
      content: 'started',
    },
    {
      text: 'Mo 2024-05-06 07:08:09 UTC node-a containerd.service[178]: started',
      event: { timeGuess: 0, component: 'containerd', unit: 'containerd.service', pid: 178 },
      content: 'started',
    },
    {
      text: '1714979289.123456 node-a kubelet[178]: started',
      event: { time: 1714979289123456, timeGuess: 0, component: 'kubelet' },
      content: 'started',
    },
    {
      text: '2024-05-06T07:08:09.123456+0200 node-a kubelet[178]: started',
      event: { time: 1714972089123456, timeGuess: 0, component: 'kubelet' },
      content: 'started',
    },
    {
      text: '[   77.123456] node-a kubelet[178]: started',
      event: { time: null, node: 'node-a', component: 'kubelet', attributes: { 'kernel.uptime': 77.123456 } },
      content: 'started',
    },
    {
      text: '[   77.123456 <    0.000100 >] node-a kubelet[178]: started',
      event: { node: 'node-a', component: 'kubelet' },
      content: 'started',
    },
    { text: '[   77.123456] systemd[1]: Detected virtualization kvm.', event: null },
    { text: '-- No entries --', event: { message: '-- No entries --' } },
    { text: '-- Boot 27cde8f34214424eafdb45b0b3f5ab73 --', event: {} },
    { text: 'Mar 21 14:51:17 something happened, and nobody says to whom', event: null },
    { text: 'Mar 41 14:51:17 node-a kubelet[178]: no such day', event: null },
    { text: 'Mar 21 was a Friday', event: null },
    { text: 'Mar  4 14:51:17 node-a sshd[1]: padded with a space by a syslog daemon', event: null },
    { text: '2024-05-06T07:08:09+0200 starting server: now', event: null },
    { text: '-- a comment --', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.startsWith('-- ')) return readBanner(text, event, context);
  if (text.charCodeAt(0) === OPEN_BRACKET) return readMonotonic(text, event, context);
  if (!line.scan(text, 0, context) || !line.named || isSyslogDaemons(line, context)) return NOT_MINE;
  return line.fill(text, event, context) ?? NOT_MINE;
}

/** Seconds since the machine started, and since the line before: journalctl -o short-monotonic, short-delta. */
const MONOTONIC = /^\[ {0,8}(\d{1,10}\.\d{6})(?: <[ \d.]{1,24}>)? ?\] /;

function readMonotonic(text: string, event: LogEvent, context: ReadContext): Reading {
  const uptime = MONOTONIC.exec(text.slice(0, 64));
  if (uptime === null || !line.scanUntimed(text, uptime[0].length, context)) return NOT_MINE;
  const content = line.fill(text, event, context);
  if (content === null) return NOT_MINE;
  event.setAttribute('kernel.uptime', Number(uptime[1]));
  return content;
}

const BANNERS = ['-- Logs begin at ', '-- Journal begins at ', '-- No entries --', '-- Boot ', '-- Reboot --'];

function readBanner(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.length > BANNER_MAX || !text.trimEnd().endsWith('--')) return NOT_MINE;
  const opening = BANNERS.find((banner) => text.startsWith(banner));
  if (opening === undefined) return NOT_MINE;
  if (opening.endsWith(' at ')) learn(text, opening.length, context);
  event.message = text;
  return READ;
}

/** `Tue 2021-08-03 09:12:17 UTC`, twice: the zone holds when both ends of the journal agree on it. */
function learn(text: string, at: number, context: ReadContext): void {
  const begin = zonedTime(text, at);
  const endAt = text.indexOf('end', at);
  const end = endAt === -1 ? null : zonedTime(text, text.indexOf(' at ', endAt) + 4);
  if (begin === null) return;
  if (begin.zone !== null && (end === null || end.zone === begin.zone)) context.clock.learnZone(begin.zone);
  context.clock.observe(begin.micros);
}

function zonedTime(text: string, at: number): { micros: number; zone: number | null } | null {
  // Behind the name of the day, which is in the language of the machine.
  if (!scanner.scanDateTime(text, text.indexOf(' ', at) + 1)) return null;
  if (scanner.zoned) return { micros: scanner.micros, zone: text.startsWith(' UTC', scanner.end - 4) ? 0 : null };
  const zone = zoneMinutes(
    /^ ([A-Z]{2,5}|[+-]\d\d(?:\d\d)?)\b/.exec(text.slice(scanner.end, scanner.end + 8))?.[1] ?? '',
  );
  return { micros: scanner.micros - (zone ?? 0) * MINUTE, zone };
}

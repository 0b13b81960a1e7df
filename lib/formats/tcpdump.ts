import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { isDigit, TimestampScanner } from './timestamps';

/** `IP 10.0.0.1.40100 > 10.0.0.2.80: …`; with `-i any` the interface and the way stand before it. */
const PACKET = /^ (?:([\w.@-]{1,32}) {1,8}(In|Out|P|B|M) {1,3})?(IP6?) (\S{2,80}) > (\S{2,80}): /;
const SECONDS = /^\d{10}\.\d{6}(?= )/;
const LOOK_MAX = 400;

const scanner = new TimestampScanner();

export const tcpdump: TextFormat = {
  name: 'tcpdump',
  title: 'tcpdump',
  about: 'Packets as tcpdump prints them: who sent to whom, flags and length. Without -tttt no date is told.',
  source: 'https://www.tcpdump.org/manpages/tcpdump.1.html#lbAG',
  type: 'network',
  headed: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024-05-06 07:08:09.123456 IP 10.0.1.7.40100 > 10.0.2.8.80: Flags [S], seq 1, win 64240, length 0',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000 + 456,
        srcIp: '10.0.1.7',
        srcPort: 40100,
        dstIp: '10.0.2.8',
        dstPort: 80,
        protocol: 'tcp',
        bytes: 0,
        message: '10.0.1.7.40100 > 10.0.2.8.80: Flags [S], seq 1, win 64240, length 0',
      },
    },
    {
      text: '1714979289.123456 eth0  Out IP6 2001:db8::7 > 2001:db8::8: ICMP6, echo request, id 1, seq 1, length 64',
      event: {
        time: 1714979289123456,
        srcIp: '2001:db8::7',
        srcPort: null,
        protocol: 'icmpv6',
        direction: 'egress',
        attributes: { interface: 'eth0' },
      },
    },
    {
      text: '07:08:09.123456 IP 10.0.1.7.40100 > 10.0.0.10.53: 7+ A? shop.example. (30)',
      event: { dstPort: 53, protocol: null },
    },
    { text: '07:08:09.123456 IP address changed', event: null },
    { text: '07:08:09.123456 INFO 10.0.1.7 > 10.0.2.8: sent', event: null },
    { text: '2024-05-06 07:08:09.123456 IP cart > shop: no addresses', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!isDigit(text.charCodeAt(0))) return NOT_MINE;
  const seconds = SECONDS.exec(text.slice(0, 18))?.[0];
  const dated = seconds === undefined && scanner.scanDateTime(text, 0);
  if (seconds === undefined && !dated && !scanner.scanClock(text, 0)) return NOT_MINE;
  const at = seconds?.length ?? scanner.end;
  const packet = PACKET.exec(text.slice(at, at + LOOK_MAX));
  if (packet === null) return NOT_MINE;
  const [, device, way, , from = '', to = ''] = packet;
  const [source, destination] = [endOf(from), endOf(to)];
  if (source === null || destination === null) return NOT_MINE;
  if (seconds !== undefined) context.clock.setFull(event, Math.round(Number(seconds.replace('.', ''))));
  else if (dated) context.clock.setWithoutZone(event, scanner.micros);
  else context.clock.setTimeOfDay(event, scanner.micros);
  event.srcIp = source.ip;
  event.srcPort = source.port;
  event.dstIp = destination.ip;
  event.dstPort = destination.port;
  event.severity = 'info';
  event.direction = way === 'In' ? 'ingress' : way === 'Out' ? 'egress' : null;
  event.setAttribute('interface', device);
  const about = text.slice(at + packet[0].length, at + packet[0].length + LOOK_MAX);
  event.protocol = protocolOf(about);
  event.bytes = parseCount(/\blength (\d{1,9})/.exec(about)?.[1] ?? '');
  event.message = plainText(`${from} > ${to}: ${text.slice(at + packet[0].length)}`);
  return READ;
}

/** An address, with the port behind one more dot. */
function endOf(text: string): { ip: string; port: number | null } | null {
  if (isAddress(text)) return { ip: text, port: null };
  const dot = text.lastIndexOf('.');
  const ip = text.slice(0, dot);
  return isAddress(ip) ? { ip, port: parseSmallCount(text.slice(dot + 1)) } : null;
}

function protocolOf(about: string): string | null {
  if (about.startsWith('Flags [')) return 'tcp';
  if (about.startsWith('UDP')) return 'udp';
  if (about.startsWith('ICMP6')) return 'icmpv6';
  return about.startsWith('ICMP') ? 'icmp' : null;
}

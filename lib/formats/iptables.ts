import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import { flowSentence } from './flow-sentence';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { protocolName } from './protocols';

/** A rule's prefix is at most 127 characters (nftables), and the kernel's uptime may stand before it. */
const PREFIX_MAX = 160;
const LINE_MAX = 4096;
const PAIRS_MAX = 80;

const HEAD = /^(?:\[ *\d{1,10}\.\d{1,9}\] ?)?([^=]{0,130}?)\bIN=(\S{0,64}) (?=(?:\S{1,80} )?OUT=)/;
const FLAGS: ReadonlySet<string> = new Set(['CWR', 'ECE', 'URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN']);

export const iptables: TextFormat = {
  name: 'iptables',
  title: 'Packets that a firewall rule logged',
  about:
    'What the LOG target of iptables and nftables (also ufw, firewalld, Calico’s Log action) writes into the kernel’s log; the rule’s prefix tells the verdict.',
  source: 'torvalds/linux, net/netfilter/nf_log_syslog.c',
  type: 'network',
  reads: 'text',
  read,
  examples: [
    {
      text: '[  101.250000] [UFW BLOCK] IN=eth0 OUT= MAC=02:00:00:00:00:01 SRC=192.0.2.7 DST=10.0.0.4 LEN=52 TOS=0x02 PREC=0x00 TTL=60 ID=77 DF PROTO=TCP SPT=40100 DPT=22 WINDOW=8192 RES=0x00 CWR ECE SYN URGP=0',
      event: {
        type: 'network',
        severity: 'warning',
        verdict: 'dropped',
        direction: 'ingress',
        srcIp: '192.0.2.7',
        srcPort: 40100,
        dstIp: '10.0.0.4',
        dstPort: 22,
        protocol: 'tcp',
        bytes: 52,
        packets: 1,
        message: '[UFW BLOCK] 192.0.2.7:40100 → 10.0.0.4:22 tcp dropped 52 bytes',
      },
    },
    {
      text: 'calico-packet: IN=cali0a1b OUT=eth0 PHYSIN=x SRC=10.1.0.5 DST=198.51.100.9 LEN=180 TTL=63 ID=0 PROTO=UDP SPT=40101 DPT=53 LEN=160',
      event: { verdict: null, severity: 'info', direction: null, protocol: 'udp', bytes: 180, dstPort: 53 },
    },
    {
      text: 'DROP(src wan)IN=eth0 OUT= SRC=2001:0db8:0000:0000:0000:0000:0000:0007 DST=2001:0db8:0000:0000:0000:0000:0000:0001 LEN=64 TC=0 HOPLIMIT=255 FLOWLBL=0 PROTO=ICMPv6 TYPE=3 CODE=1 [SRC=10.9.9.9 DST=10.9.9.8 PROTO=TCP SPT=1 DPT=2 ]',
      event: {
        verdict: 'dropped',
        protocol: 'icmpv6',
        srcIp: '2001:0db8:0000:0000:0000:0000:0000:0007',
        dstPort: null,
      },
    },
    {
      text: '[WAN_OUT-2000-A]IN=eth0.90 OUT= SRC=10.0.0.4 DST=192.0.2.7 LEN=52 PROTO=UDP SPT=5 DPT=53',
      event: { verdict: 'accept', severity: 'info' },
    },
    { text: 'IN= OUT=lo SRC=10.0.0.4 DST=10.0.0.4 LEN=52 PROTO=47', event: { direction: 'egress', protocol: 'gre' } },
    { text: 'ran with IN=1 and OUT=2', event: null },
    { text: 'IN=eth0 OUT= SRC=here DST=there', event: null },
    { text: 'eth0: link up', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  const at = text.indexOf('IN=');
  if (at === -1 || at > PREFIX_MAX || text.length > LINE_MAX || !text.includes(' SRC=', at)) return NOT_MINE;
  const head = HEAD.exec(text);
  if (head === null) return NOT_MINE;
  const [opening, prefix = '', into = ''] = head;
  const { values, flags } = packetOf(text.slice(opening.length));
  const source = values.get('SRC') ?? '';
  const destination = values.get('DST') ?? '';
  if (!isAddress(source) || !isAddress(destination)) return NOT_MINE;
  event.type = 'network';
  event.srcIp = source;
  event.dstIp = destination;
  event.srcPort = parseSmallCount(values.get('SPT') ?? '');
  event.dstPort = parseSmallCount(values.get('DPT') ?? '');
  event.protocol = protocolOf(values.get('PROTO') ?? '');
  event.bytes = parseCount(values.get('LEN') ?? '');
  event.packets = 1;
  readInterfaces(into, values, event);
  const label = prefix.trim().replace(/:$/, '');
  readVerdict(label, event);
  if (flags !== '') event.setAttribute('tcp.flags', flags);
  readNumbers(values, event);
  event.message = label === '' ? flowSentence(event) : `${label} ${flowSentence(event)}`;
  return READ;
}

/** The packet's own fields: the first of each name, up to the bracket that quotes the packet of an ICMP error. */
function packetOf(text: string): { values: Map<string, string>; flags: string } {
  const values = new Map<string, string>();
  let flags = '';
  for (const word of text.split(' ', PAIRS_MAX)) {
    if (word.startsWith('[')) break;
    const equals = word.indexOf('=');
    if (equals > 0) {
      const name = word.slice(0, equals);
      if (!values.has(name)) values.set(name, word.slice(equals + 1));
    } else if (FLAGS.has(word)) flags += flags === '' ? word : `,${word}`;
  }
  return { values, flags };
}

function protocolOf(text: string): string | null {
  if (text === '') return null;
  const number = parseCount(text);
  return number === null ? text.toLowerCase() : protocolName(number);
}

/** A packet that came in for the machine has no way out, and one that the machine sent has no way in. */
function readInterfaces(into: string, values: ReadonlyMap<string, string>, event: LogEvent): void {
  const out = values.get('OUT') ?? '';
  event.direction = into === '' ? 'egress' : out === '' ? 'ingress' : null;
  event.setAttribute('interface.in', into);
  event.setAttribute('interface.out', out);
}

/** The kernel writes no verdict; people and ufw write it into the rule's prefix. */
function readVerdict(label: string, event: LogEvent): void {
  event.setAttribute('rule.prefix', label);
  const word = label.toLowerCase();
  // Vyatta and its heirs end a rule's name with the letter of its action: `[WAN_IN-2000-D]`.
  const letter = /-([adr])\]$/.exec(word)?.[1];
  if (letter === 'r' || /rej(?:ect)?/.test(word)) event.verdict = 'reject';
  else if (letter === 'd' || /drop|block|den(?:y|ied)|invalid/.test(word)) event.verdict = 'dropped';
  else if (letter === 'a' || /accept|allow|acc-/.test(word)) event.verdict = 'accept';
  event.severity = event.verdict === 'dropped' || event.verdict === 'reject' ? 'warning' : 'info';
}

function readNumbers(values: ReadonlyMap<string, string>, event: LogEvent): void {
  event.setAttribute('ttl', parseCount(values.get('TTL') ?? values.get('HOPLIMIT') ?? ''));
  event.setAttribute('icmp.type', parseCount(values.get('TYPE') ?? ''));
  event.setAttribute('icmp.code', parseCount(values.get('CODE') ?? ''));
  event.setAttribute('uid', parseCount(values.get('UID') ?? ''));
  event.setAttribute('mac', values.get('MAC'));
  event.setAttribute('mark', values.get('MARK'));
}

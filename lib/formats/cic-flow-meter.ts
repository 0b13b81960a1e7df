import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import { flowSentence } from './flow-sentence';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { protocolName } from './protocols';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const NAME = 'cic-flow-meter';
const HEADER = 'Flow ID,';
const LINE_MAX = 16_384;
const COLUMNS_MAX = 128;

const scanner = new TimestampScanner();

/** What the columns are called, in lower case; versions differ. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['src ip', 'source'],
  ['source ip', 'source'],
  ['src port', 'sourcePort'],
  ['source port', 'sourcePort'],
  ['dst ip', 'destination'],
  ['destination ip', 'destination'],
  ['dst port', 'destinationPort'],
  ['destination port', 'destinationPort'],
  ['protocol', 'protocol'],
  ['timestamp', 'time'],
  ['flow duration', 'duration'],
  ['total fwd packet', 'packetsThere'],
  ['total fwd packets', 'packetsThere'],
  ['tot fwd pkts', 'packetsThere'],
  ['total bwd packets', 'packetsBack'],
  ['total backward packets', 'packetsBack'],
  ['tot bwd pkts', 'packetsBack'],
  ['total length of fwd packet', 'bytesThere'],
  ['total length of fwd packets', 'bytesThere'],
  ['totlen fwd pkts', 'bytesThere'],
  ['total length of bwd packet', 'bytesBack'],
  ['total length of bwd packets', 'bytesBack'],
  ['totlen bwd pkts', 'bytesBack'],
  ['syn flag count', 'syn'],
  ['rst flag count', 'rst'],
  ['label', 'label'],
]);

export const cicFlowMeter: TextFormat = {
  name: NAME,
  title: 'CICFlowMeter flows',
  about: 'Flows that CICFlowMeter counted out of a packet capture, as CSV with a header; durations in microseconds.',
  source: 'https://github.com/ahlashkari/CICFlowMeter',
  type: 'network',
  reads: 'text',
  read(text, event, context) {
    if (text.length > LINE_MAX) return NOT_MINE;
    if (text.startsWith(HEADER)) return readHeader(text, event, context);
    const columns = context.headers.get(NAME);
    if (columns === undefined) return NOT_MINE;
    const cells = text.split(',', COLUMNS_MAX);
    if (cells.length !== columns.length) return NOT_MINE;
    const values = new Map<string, string>();
    for (const [place, name] of columns.entries()) if (name !== '') values.set(name, (cells[place] ?? '').trim());
    return readFlow(values, event, context);
  },
  examples: [
    { text: 'Flow ID,Src IP,Dst IP', event: { message: 'Flow ID,Src IP,Dst IP' } },
    {
      before: [
        'Flow ID,Src IP,Src Port,Dst IP,Dst Port,Protocol,Timestamp,Flow Duration,Total Fwd Packet,Total Bwd packets,Total Length of Fwd Packet,Total Length of Bwd Packet,Label',
      ],
      text: '10.0.1.7-192.0.2.7-40100-443-6,10.0.1.7,40100,192.0.2.7,443,6,2024-05-06 07:08:09.250500,2500,4,3,400.0,1200.0,attack',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000 + 500,
        timeGuess: 2,
        type: 'network',
        severity: 'info',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        dstIp: '192.0.2.7',
        dstPort: 443,
        protocol: 'tcp',
        durationMs: 2.5,
        packets: 7,
        bytes: 1600,
        message: '10.0.1.7:40100 → 192.0.2.7:443 tcp 1600 bytes',
        attributes: Object.assign(Object.create(null), {
          bytes_src_to_dst: 400,
          bytes_dst_to_src: 1200,
          label: 'attack',
        }),
      },
    },
    {
      before: ['Flow ID, Source IP, Source Port, Destination IP, Destination Port, Protocol, Timestamp, Flow Duration'],
      text: 'a,10.0.1.7,5,10.0.2.9,53,17,06/05/2024 07:08:09 PM,5',
      event: { time: Date.UTC(2024, 4, 6, 19, 8, 9) * 1000, protocol: 'udp' },
    },
    { before: ['Flow ID,Src IP,Dst IP'], text: 'a,here,there', event: null },
    { text: 'Flow control is on', event: null },
  ],
};

function readHeader(text: string, event: LogEvent, context: ReadContext): Reading {
  const names = text.split(',', COLUMNS_MAX).map((name) => COLUMNS.get(name.trim().toLowerCase()) ?? '');
  if (!names.includes('source') || !names.includes('destination')) return NOT_MINE;
  context.headers.set(NAME, names);
  event.severity = 'info';
  event.message = cut(text);
  return READ;
}

function readFlow(values: ReadonlyMap<string, string>, event: LogEvent, context: ReadContext): Reading {
  const source = values.get('source') ?? '';
  const destination = values.get('destination') ?? '';
  if (!isAddress(source) || !isAddress(destination)) return NOT_MINE;
  const micros = microsOf(values.get('time') ?? '');
  if (micros !== null) context.clock.setWithoutZone(event, micros);
  event.type = 'network';
  event.severity = 'info';
  event.srcIp = source;
  event.dstIp = destination;
  event.srcPort = parseSmallCount(values.get('sourcePort') ?? '');
  event.dstPort = parseSmallCount(values.get('destinationPort') ?? '');
  const number = parseCount(values.get('protocol') ?? '');
  event.protocol = number === null ? null : protocolName(number);
  const duration = countOf(values.get('duration'));
  event.durationMs = duration === null ? null : duration / 1000;
  const there = countOf(values.get('bytesThere'));
  const back = countOf(values.get('bytesBack'));
  event.bytes = sum(there, back);
  event.packets = sum(countOf(values.get('packetsThere')), countOf(values.get('packetsBack')));
  event.setAttribute('bytes_src_to_dst', there);
  event.setAttribute('bytes_dst_to_src', back);
  event.setAttribute('tcp.syn_count', countOf(values.get('syn')));
  event.setAttribute('tcp.rst_count', countOf(values.get('rst')));
  const label = values.get('label') ?? '';
  event.setAttribute('label', parseCount(label) ?? cut(label));
  event.message = flowSentence(event);
  return READ;
}

/** ISO without a zone, or the day first and perhaps half of the day behind: `06/05/2024 07:08:09 PM`. */
function microsOf(text: string): number | null {
  if (scanner.scanDateTime(text, 0)) return scanner.micros;
  const match = /^(\d\d)\/(\d\d)\/(\d{4}) (\d{1,2})(:\d\d(?::\d\d)?)(?: ([AP])M)?$/.exec(text);
  if (match === null) return null;
  const [, day, month, year, hours, rest = '', half] = match;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'P' ? 12 : 0);
  const clock = `${String(hour).padStart(2, '0')}${rest.length === 3 ? `${rest}:00` : rest}`;
  return scanner.scanDateTime(`${year}-${month}-${day} ${clock}`, 0) ? scanner.micros : null;
}

/** A whole number, which some versions write as `474.0`. */
function countOf(text: string | undefined): number | null {
  return text === undefined ? null : parseCount(text.replace(/\.0+$/, ''));
}

function sum(one: number | null, other: number | null): number | null {
  return one === null && other === null ? null : (one ?? 0) + (other ?? 0);
}

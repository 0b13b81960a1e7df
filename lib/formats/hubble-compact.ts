import type { LogEvent } from '@/lib/events';
import { isAddress, parseSmallCount } from './addresses';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { monthNumber } from './month-names';
import { CAPITALS, DIGITS } from './openings';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const LINE_MAX = 4096;

/** Node in brackets, then both ends with their identities and an arrow between. The first has blanks at fixed places only. */
const ENDS =
  /^(?: \[([^\]]{1,300})\])?: (\S{1,400})(?: \(([^()]{1,200})\))? (->|<-|<>) (\S{1,400})(?: \(([^()]{1,200})\))? /;
const VERDICTS = /^(.{0,200}?) ?\b(FORWARDED|DROPPED|ERROR|AUDIT|REDIRECTED|TRACED|TRANSLATED|DENIED|ALLOWED)\b/;
/** `10.0.1.7:80`, `namespace/pod:80`, `[2001:db8::7]:80`, or without a port. */
const END = /^(?:\[([0-9a-fA-F:.]{2,45})\]|(.+?))(?::(\d{1,5}))?$/;

const scanner = new TimestampScanner();

export const hubbleCompact: TextFormat = {
  name: 'hubble-compact',
  title: 'Hubble flows (compact)',
  about: 'What `hubble observe` prints in a terminal: a flow per line, with an arrow between its ends.',
  source: 'https://github.com/cilium/cilium/blob/main/hubble/pkg/printer/printer.go',
  type: 'network',
  reads: 'text',
  needsColon: true,
  opensWith: `${CAPITALS}${DIGITS}`,
  read,
  examples: [
    {
      text: 'May  6 07:08:09.123: shop/cart-0:40100 (ID:101) -> store/db-0:5432 (ID:102) Policy denied DROPPED (TCP Flags: SYN)',
      event: {
        timeGuess: 3,
        type: 'network',
        severity: 'warning',
        verdict: 'dropped',
        reason: 'Policy denied',
        protocol: 'tcp',
        srcNamespace: 'shop',
        srcPod: 'cart-0',
        srcPort: 40100,
        dstNamespace: 'store',
        dstPod: 'db-0',
        dstPort: 5432,
        message: 'shop/cart-0:40100 (ID:101) -> store/db-0:5432 (ID:102) Policy denied DROPPED (TCP Flags: SYN)',
      },
    },
    {
      text: 'May  6 07:08:09.123: shop/cart-0:40100 (ID:101) <- 192.0.2.7:443 (world) to-endpoint FORWARDED (TCP Flags: SYN, ACK)',
      event: {
        srcIp: '192.0.2.7',
        srcPort: 443,
        dstPod: 'cart-0',
        verdict: 'forwarded',
        severity: 'info',
        reason: null,
      },
    },
    {
      text: '2024-05-06T07:08:09.123Z: shop/cart-0:5000 (ID:101) -> kube-system/coredns-0:53 (ID:104) dns-request proxy FORWARDED (DNS Query bad.example. A)',
      event: { time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000, protocol: 'dns', host: 'bad.example', timeGuess: 0 },
    },
    {
      text: 'May  6 07:08:09.123: shop/cart-0 (ID:101) <> 2001:db8::7 (host) policy-verdict:none EGRESS DENIED (ICMPv6 EchoRequest)',
      event: { verdict: 'denied', direction: 'egress', protocol: 'icmpv6', dstIp: '2001:db8::7', severity: 'warning' },
    },
    { text: 'May  6 07:08:09.123: shop/cart-0:40100 sent something', event: null },
    { text: 'May 41 07:08:09.123: a (x) -> b (y) FORWARDED (UDP)', event: null },
    { text: 'May  6 07:08:09 node-1 app[1]: a -> b FORWARDED', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.length > LINE_MAX || !/^(?:[A-Z][a-z]{2} [ \d]\d |\d{4}-\d\d-\d\dT)/.test(text)) return NOT_MINE;
  const dated = text.charCodeAt(0) <= 57;
  const found = dated ? scanner.scanDateTime(text, 0) : scanner.scanClock(text, 7);
  if (!found) return NOT_MINE;
  const { micros, zoned, end } = scanner;
  const head = ENDS.exec(text.slice(end));
  if (head === null) return NOT_MINE;
  const rest = text.slice(end + head[0].length);
  const outcome = VERDICTS.exec(rest);
  if (outcome === null) return NOT_MINE;
  if (!dated && !context.clock.setWithoutYear(event, monthNumber(text.slice(0, 3)), Number(text.slice(4, 6)), micros))
    return NOT_MINE;
  if (dated && zoned) context.clock.setFull(event, micros);
  else if (dated) context.clock.setWithoutZone(event, micros);
  fill(head, outcome, rest.slice(outcome[0].length), event);
  event.message = text.slice(text.indexOf(': ', end) + 2);
  return READ;
}

function fill(head: RegExpExecArray, outcome: RegExpExecArray, tail: string, event: LogEvent): void {
  const [, node, left = '', leftIdentity, arrow, right = '', rightIdentity] = head;
  event.type = 'network';
  if (node !== undefined) setNode(event, node);
  const reply = arrow === '<-';
  // The printer turns a reply round, so that the arrow shows who sent it.
  setSource(event, reply ? right : left, reply ? rightIdentity : leftIdentity);
  setDestination(event, reply ? left : right, reply ? leftIdentity : rightIdentity);
  if (arrow !== '<>') event.setAttribute('is_reply', reply);
  const [, kind = '', verdict = ''] = outcome;
  event.verdict = verdict.toLowerCase();
  const refused = verdict === 'DROPPED' || verdict === 'DENIED' || verdict === 'ERROR';
  event.severity = refused ? 'warning' : verdict === 'AUDIT' ? 'notice' : 'info';
  if (refused && kind !== '') event.reason = kind;
  event.setAttribute('flow.type', kind);
  event.direction = /\bINGRESS\b/.test(kind) ? 'ingress' : /\bEGRESS\b/.test(kind) ? 'egress' : null;
  readSummary(/^[^(]{0,60}\((.{1,2000})\)\s*$/.exec(tail)?.[1] ?? '', event);
}

function setNode(event: LogEvent, name: string): void {
  const slash = name.indexOf('/');
  event.node = name.slice(slash + 1);
  if (slash > 0) event.cluster = name.slice(0, slash);
}

interface End {
  readonly ip: string | null;
  readonly namespace: string | null;
  readonly pod: string | null;
  readonly port: number | null;
}

function endOf(text: string): End {
  if (isAddress(text)) return { ip: text, namespace: null, pod: null, port: null };
  const [, bracketed, bare = '', digits = ''] = END.exec(text) ?? [];
  const name = bracketed ?? bare;
  const port = parseSmallCount(digits);
  if (isAddress(name)) return { ip: name, namespace: null, pod: null, port };
  const slash = name.indexOf('/');
  if (slash <= 0) return { ip: null, namespace: null, pod: null, port };
  return { ip: null, namespace: name.slice(0, slash), pod: name.slice(slash + 1), port };
}

function setSource(event: LogEvent, text: string, identity: string | undefined): void {
  const end = endOf(text);
  event.srcIp = end.ip;
  event.srcNamespace = end.namespace;
  event.srcPod = end.pod;
  event.srcPort = end.port;
  event.setAttribute('source.identity', identity);
  if (end.ip === null && end.pod === null) event.setAttribute('source.names', text);
}

function setDestination(event: LogEvent, text: string, identity: string | undefined): void {
  const end = endOf(text);
  event.dstIp = end.ip;
  event.dstNamespace = end.namespace;
  event.dstPod = end.pod;
  event.dstPort = end.port;
  event.setAttribute('destination.identity', identity);
  if (end.ip === null && end.pod === null) event.setAttribute('destination.names', text);
}

/** What Hubble's parsers write as a summary: `TCP Flags: SYN`, `UDP`, `DNS Query x. A`, `HTTP/1.1 GET http://x/`. */
function readSummary(summary: string, event: LogEvent): void {
  if (summary === '') return;
  event.setAttribute('summary', cut(summary));
  const [, word = ''] = /^([A-Za-z][A-Za-z0-9]{1,9})/.exec(summary) ?? [];
  event.protocol = word === 'ICMPv4' ? 'icmp' : word.toLowerCase();
  if (word === 'TCP')
    event.setAttribute('tcp.flags', /^TCP Flags: ([A-Z, ]{2,40})$/.exec(summary)?.[1]?.replaceAll(', ', ','));
  if (word === 'DNS') {
    const [, name = ''] = /(?:Query|Proxy) (\S{1,255})/.exec(summary) ?? [];
    event.host = name === '' ? null : name.replace(/\.$/, '');
  }
  if (word === 'HTTP') readHttp(summary, event);
}

function readHttp(summary: string, event: LogEvent): void {
  const [, status] = /^HTTP\/[\d.]{1,3} (\d{3}) /.exec(summary) ?? [];
  if (status !== undefined) event.status = Number(status);
  const [, method, host, path] =
    /\b([A-Z]{3,10}) [a-z]{2,5}:\/\/([^/\s)]{1,255})(\/[^\s)]{0,2000})?/.exec(summary) ?? [];
  if (method === undefined) return;
  event.method = method;
  event.host = host?.replace(/:\d{1,5}$/, '') ?? null;
  event.path = path ?? '/';
}

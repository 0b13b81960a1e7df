import { type LogEvent, severityFromWord } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import { flowSentence } from './flow-sentence';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { DIGITS } from './openings';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const BAR = 124;
const HEAD = /^\|(\d{1,10})\|([a-z0-9_-]{1,40}(?:\([^)|]{1,60}\))?)\|(EMER|ERR|WARN|INFO|DBG)\|/;
/** What a rule logged: its name, the verdict, then the packet as OpenFlow writes it. */
const RULE =
  /^name="([^"]{0,300})", verdict=([a-z]{1,20}), severity=([a-z]{1,20})(?:, direction=([a-z-]{1,20}))?: ([a-z0-9]{1,12})(?:,|$)/;
const PAIRS_MAX = 64;

const scanner = new TimestampScanner();

export const openVswitch: TextFormat = {
  name: 'open-vswitch',
  title: 'Open vSwitch and OVN',
  about:
    'Logs of Open vSwitch and OVN; among them what network policies allowed and dropped in OVN-Kubernetes (acl-audit-log.log of OpenShift).',
  source: 'https://docs.openvswitch.org/en/latest/ref/ovs-appctl.8/ (vlog/set pattern); ovn-nb(5), ACL, log',
  type: null,
  headed: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024-05-06T07:08:09.250Z|00005|acl_log(ovn_pinctrl0)|INFO|name="NP:shop:deny-all:Ingress", verdict=drop, severity=alert, direction=to-lport: tcp,vlan_tci=0x0000,dl_src=02:00:00:00:00:01,dl_dst=02:00:00:00:00:02,nw_src=10.0.1.7,nw_dst=10.0.2.9,nw_tos=0,nw_ttl=64,tp_src=40100,tp_dst=8080,tcp_flags=syn',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000,
        type: 'network',
        severity: 'warning',
        verdict: 'drop',
        reason: 'NP:shop:deny-all:Ingress',
        direction: 'ingress',
        protocol: 'tcp',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        dstIp: '10.0.2.9',
        dstPort: 8080,
        message: '10.0.1.7:40100 → 10.0.2.9:8080 tcp drop by NP:shop:deny-all:Ingress',
      },
    },
    {
      text: '2024-05-06T07:08:09.250Z|00006|acl_log(ovn_pinctrl0)|INFO|name="<unnamed>", verdict=allow, severity=info: icmp6,ipv6_src=2001:db8::7,ipv6_dst=2001:db8::9,icmp_type=128',
      event: { verdict: 'allow', severity: 'info', protocol: 'icmpv6', srcIp: '2001:db8::7', reason: null },
    },
    {
      text: '2024-05-06T07:08:09.250Z|00012|bridge|WARN|could not open network device eth7',
      event: { type: null, severity: 'warning', caller: 'bridge', message: 'could not open network device eth7' },
    },
    { text: '2024-05-06T07:08:09.250Z|shop|cart|INFO|no number', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(10) !== 84 || !scanner.scanDateTime(text, 0)) return NOT_MINE;
  if (text.charCodeAt(scanner.end) !== BAR) return NOT_MINE;
  const { micros, zoned, end } = scanner;
  const head = HEAD.exec(text.slice(end, end + 160));
  if (head === null) return NOT_MINE;
  const [opening, , module = '', level = ''] = head;
  if (zoned) context.clock.setFull(event, micros);
  else context.clock.setWithoutZone(event, micros);
  const content = text.slice(end + opening.length);
  event.caller = module;
  event.severity = severityFromWord(level === 'EMER' ? 'emerg' : level);
  event.message = content;
  if (module.startsWith('acl_log')) readRule(content, event);
  return READ;
}

function readRule(content: string, event: LogEvent): void {
  const match = RULE.exec(content.slice(0, 1024));
  if (match === null) return;
  const [opening, name = '', verdict = '', severity = '', direction, protocol = ''] = match;
  event.type = 'network';
  event.verdict = verdict;
  event.protocol = protocol.startsWith('icmp6') ? 'icmpv6' : protocol.replace(/6$/, '');
  event.direction = direction === 'to-lport' ? 'ingress' : direction === 'from-lport' ? 'egress' : null;
  const refused = verdict === 'drop' || verdict === 'reject';
  event.severity = refused ? 'warning' : 'info';
  if (refused) event.reason = name;
  event.setAttribute('rule', name);
  event.setAttribute('rule.severity', severity);
  readPacket(content.slice(opening.length), event);
  event.message = `${flowSentence(event)} by ${name}`;
}

function readPacket(text: string, event: LogEvent): void {
  for (const pair of text.split(',', PAIRS_MAX)) {
    const equals = pair.indexOf('=');
    const value = pair.slice(equals + 1);
    switch (pair.slice(0, Math.max(equals, 0))) {
      case 'nw_src':
      case 'ipv6_src':
        if (isAddress(value)) event.srcIp = value;
        break;
      case 'nw_dst':
      case 'ipv6_dst':
        if (isAddress(value)) event.dstIp = value;
        break;
      case 'tp_src':
        event.srcPort = parseSmallCount(value);
        break;
      case 'tp_dst':
        event.dstPort = parseSmallCount(value);
        break;
      case 'tcp_flags':
        event.setAttribute('tcp.flags', cut(value).toUpperCase().replaceAll('|', ','));
        break;
      case 'icmp_type':
        event.setAttribute('icmp.type', parseCount(value));
    }
  }
}

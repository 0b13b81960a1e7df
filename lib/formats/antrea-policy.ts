import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const SLASH = 47;
const LINE_MAX = 1000;
/** Newer versions add the direction and the pod that a policy was applied to, `<nil>` where there is none. */
const POLICY = /^(?:K8s|Antrea(?:Cluster)?)NetworkPolicy:\S{1,300}$/;
const ACTION = /^(?:Allow|Drop|Reject|Redirect|Pass)$/;

const scanner = new TimestampScanner();

export const antreaPolicy: TextFormat = {
  name: 'antrea-policy',
  title: 'Antrea network policies',
  about: 'Connections that a policy with logging let through, dropped or rejected, in the node’s networkpolicy folder.',
  source: 'https://antrea.io/docs/main/docs/antrea-network-policy/#audit-logging-for-antrea-native-policies',
  type: 'network',
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024/05/06 07:08:09.123456 IngressDefault AntreaNetworkPolicy:shop/guard DenyAll Ingress Drop 44900 shop/cart-0 10.0.1.7 40100 10.0.2.8 80 TCP 60',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000 + 456,
        severity: 'warning',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        dstIp: '10.0.2.8',
        dstPort: 80,
        protocol: 'tcp',
        verdict: 'drop',
        direction: 'ingress',
        bytes: 60,
        attributes: { policy: 'AntreaNetworkPolicy:shop/guard', rule: 'DenyAll' },
      },
    },
    {
      text: '2024/05/06 07:08:09.123456 AntreaPolicyIngressRule AntreaNetworkPolicy:shop/guard Allow 14500 10.0.1.7 <nil> 10.0.2.8 <nil> ICMP 84',
      event: { severity: 'info', verdict: 'allow', srcPort: null, protocol: 'icmp' },
    },
    { text: '2024/05/06 07:08:09.123456 the cart was opened by ann', event: null },
    { text: '2024/05/06 07:08:09.123456 T AntreaNetworkPolicy:shop/guard Allow', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(4) !== SLASH || text.length > LINE_MAX || !scanner.scanDateTime(text, 0)) return NOT_MINE;
  const words = text
    .slice(scanner.end + 1)
    .trimEnd()
    .split(' ');
  const [, policy = ''] = words;
  const action = words.findIndex((word, place) => place > 1 && ACTION.test(word));
  const [source = '', from = '', destination = '', to = '', protocol = '', bytes = ''] = words.slice(-6);
  if (!POLICY.test(policy) || action === -1 || !isAddress(source) || !isAddress(destination)) return NOT_MINE;
  context.clock.setWithoutZone(event, scanner.micros);
  event.srcIp = source;
  event.dstIp = destination;
  event.srcPort = parseSmallCount(from);
  event.dstPort = parseSmallCount(to);
  event.protocol = protocol.toLowerCase();
  event.bytes = parseCount(bytes);
  event.verdict = (words[action] ?? '').toLowerCase();
  event.severity = event.verdict === 'drop' || event.verdict === 'reject' ? 'warning' : 'info';
  const way = words[action - 1] ?? '';
  if (way === 'Ingress' || way === 'Egress') event.direction = way.toLowerCase();
  event.setAttribute('policy', plainText(policy));
  // The rule's name stands before the direction, in versions that tell it.
  if (action > 3) event.setAttribute('rule', plainText(words[2] ?? ''));
  event.message = plainText(`${source} → ${destination} ${event.verdict} by ${policy}`);
  return READ;
}

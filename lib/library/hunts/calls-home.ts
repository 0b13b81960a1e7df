import { FROM_INSIDE, TO_A_SERVICE, TO_OUTSIDE } from '../destinations';
import type { ReadyHunt } from '../ready-hunt';

export const callsHome: ReadyHunt = {
  name: 'calls-home',
  title: 'Calls home',
  hypothesis: 'A program that somebody put into a pod calls its master outside, again and again, or holds a line open.',
  type: 'network',
  tactics: ['Command and Control'],
  techniques: ['T1071.001', 'T1573', 'T1571'],
  lookFor:
    'An address outside that one source alone asks, hundreds of times, with about as many bytes each; connections of an hour or more. Draw one of them over time: a beacon is even by night as by day.',
  falsePositives: 'Telemetry, repositories that are polled, payment and mail services that one workload uses.',
  next: [
    { title: 'One of them over time', q: 'type:network dst_ip:0.0.0.0 | timeline 10m count, sum bytes by src_ip' },
    { title: 'Which names lead there', q: 'type:network protocol:dns host:*NAME* | count by host, src_ip' },
    { title: 'What ran in the pod', q: 'type:node pod:"NAME"' },
  ],
  steps: [
    {
      title: 'Asked a hundred times or more, by one source alone',
      types: ['network'],
      q: `type:network ${TO_OUTSIDE} ${FROM_INSIDE} ${TO_A_SERVICE} -dst_port:53 | count, distinct src_ip, min bytes, max bytes, min time, max time by dst_ip, dst_port | where distinct_src_ip:1 and count>=100 | sort -count`,
      needs: { fields: ['dst_ip', 'dst_port'] },
      onSample: { lastDay: 3, quietDays: 1, because: 'the ledger, which asks the bank each minute' },
      hits: [{ type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '203.0.113.9', dst_port: 443 } }],
      misses: [
        { type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '10.42.2.9', dst_port: 443 } },
        { type: 'network', fields: { src_ip: '198.51.100.7', dst_ip: '203.0.113.9', dst_port: 443 } },
        { type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '203.0.113.9', dst_port: 50_112 } },
      ],
    },
    {
      title: 'Held open for an hour or more',
      types: ['network'],
      q: `type:network duration>=1h ${TO_OUTSIDE} ${FROM_INSIDE} | count, max duration, sum bytes by src_ip, src_pod, dst_ip, dst_port`,
      needs: { fields: ['duration_ms', 'dst_ip'] },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [{ type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '203.0.113.9', duration_ms: 7_200_000 } }],
      misses: [{ type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '203.0.113.9', duration_ms: 60_000 } }],
    },
    {
      title: 'Ports that miners, Tor and remote shells use',
      types: ['network'],
      q: `type:network ${TO_OUTSIDE} ${FROM_INSIDE} dst_port:(1337 or 3333 or 4444 or 5555 or 6666 or 6667 or 7777 or 9001 or 9050 or 14433 or 14444 or 31337 or 45560) | count, min time, max time by src_ip, src_pod, dst_ip, dst_port`,
      needs: { fields: ['dst_ip', 'dst_port'] },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [{ type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '203.0.113.9', dst_port: 4444 } }],
      misses: [{ type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '203.0.113.9', dst_port: 443 } }],
    },
  ],
};

import { DENIED, FROM_INSIDE, TO_A_SERVICE } from '../destinations';
import type { ReadyHunt } from '../ready-hunt';

export const scans: ReadyHunt = {
  name: 'scans',
  title: 'Ports and hosts tried out',
  hypothesis: 'Somebody within the cluster looks for what he can reach.',
  type: 'network',
  tactics: ['Discovery'],
  techniques: ['T1046', 'T1018'],
  lookFor:
    'One source that tries many ports of one host, or one port of many hosts; connections that policies turn away, to many destinations. Look at whether the source is a pod that is new.',
  falsePositives:
    'Monitoring that scrapes everything, load balancers and kubelets that check health: all day, on the same ports.',
  next: [
    {
      title: 'All that the source did',
      q: 'type:network src_pod:"NAME" | count by dst_ip, dst_pod, dst_port, verdict',
    },
    {
      title: 'Which of them answered',
      q: 'type:network dst_pod:"NAME" verdict:forwarded | count by src_pod, src_port',
    },
    { title: 'Who made the pod', q: 'type:audit verb:create resource:pods name:"NAME"' },
  ],
  steps: [
    {
      title: 'Fifteen ports or more of one host, from one source',
      types: ['network'],
      q: `type:network ${TO_A_SERVICE} ${FROM_INSIDE} -protocol:dns | distinct dst_port, count, min time, max time by src_ip, src_pod, dst_ip | where distinct_dst_port>=15`,
      needs: { fields: ['dst_port'] },
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [{ type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '10.0.0.9', dst_port: 23 } }],
      misses: [
        { type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '10.0.0.9', dst_port: 40_112 } },
        { type: 'network', fields: { src_ip: '203.0.113.9', dst_ip: '10.0.0.9', dst_port: 23 } },
      ],
    },
    {
      title: 'Twenty hosts or more within on a port of administration or of a database',
      types: ['network'],
      q: `type:network dst_port:(21 or 22 or 23 or 135 or 139 or 445 or 1433 or 1521 or 2375 or 2376 or 2379 or 3306 or 3389 or 5432 or 5900 or 5985 or 6379 or 9200 or 11211 or 27017) ${FROM_INSIDE} | distinct dst_ip, count, min time, max time by src_ip, src_pod, dst_port | where distinct_dst_ip>=20`,
      needs: { fields: ['dst_port'] },
      onSample: { lastDay: 3, quietDays: 0 },
      hits: [{ type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '10.42.2.9', dst_port: 6379 } }],
      misses: [{ type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '10.42.2.9', dst_port: 8080 } }],
    },
    {
      title: 'Turned away from five destinations or more',
      types: ['network'],
      q: `type:network ${DENIED} ${FROM_INSIDE} | distinct dst_ip, distinct dst_port, count by src_ip, src_pod | where distinct_dst_ip>=5`,
      needs: { fields: ['verdict'] },
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [{ type: 'network', fields: { verdict: 'dropped', src_ip: '10.42.1.7', dst_ip: '10.42.2.9' } }],
      misses: [
        { type: 'network', fields: { verdict: 'forwarded', src_ip: '10.42.1.7', dst_ip: '10.42.2.9' } },
        { type: 'network', fields: { verdict: 'reject', src_ip: '203.0.113.9', dst_ip: '10.0.0.9' } },
      ],
    },
    {
      title: 'All within that was turned away, between whom',
      types: ['network'],
      q: `type:network ${DENIED} ${FROM_INSIDE} | count, min time, max time by src_ip, src_pod, dst_ip, dst_pod, dst_port`,
      needs: { fields: ['verdict'] },
      onSample: { lastDay: 24, quietDays: 0 },
      hits: [{ type: 'network', fields: { verdict: 'reject', src_ip: '10.0.0.9', dst_ip: '10.0.0.7' } }],
      misses: [{ type: 'network', fields: { verdict: 'accept', src_ip: '203.0.113.9', dst_ip: '10.0.0.9' } }],
    },
  ],
};

import type { ChartDefinition } from './chart-definition';

export const bytesByPair: ChartDefinition = {
  name: 'bytes-by-pair',
  title: 'Bytes by pair',
  question: 'Between whom does most data flow?',
  type: 'network',
  kind: 'top',
  views: [
    {
      title: 'Pods',
      query: 'bytes:* (src_pod:* or dst_pod:*) | sum bytes by src_pod, dst_pod | limit 10',
      marksNew: true,
    },
    { title: 'Addresses', query: 'bytes:* | sum bytes by src_ip, dst_ip | limit 10', marksNew: true },
    { title: 'Hosts', query: 'bytes:* host:* | sum bytes by src_ip, host | limit 10', marksNew: true },
  ],
  axes: { x: 'bytes', y: 'pair' },
  click: 'shows the flows of that pair',
  empty: 'No flow here says how many bytes it carried.',
};

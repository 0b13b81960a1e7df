import type { ChartDefinition } from './chart-definition';
import { DENIED } from './denied';

export const deniedByPair: ChartDefinition = {
  name: 'denied-by-pair',
  title: 'Denied by pair',
  question: 'Who is not let through to whom?',
  type: 'network',
  kind: 'top',
  views: [
    {
      title: 'Pods',
      query: `${DENIED} (src_pod:* or dst_pod:*) | count by src_pod, dst_pod | limit 10`,
      marksNew: true,
    },
    { title: 'Addresses', query: `${DENIED} | count by src_ip, dst_ip, dst_port | limit 10`, marksNew: true },
  ],
  axes: { x: 'denied flows', y: 'pair' },
  click: 'shows the denied flows of that pair',
  empty: 'No flow here was denied.',
};

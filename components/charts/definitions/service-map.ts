import type { ChartDefinition } from './chart-definition';
import { DENIED } from './denied';

export const serviceMap: ChartDefinition = {
  name: 'service-map',
  title: 'Who talks to whom',
  question: 'Which services talk to each other, which did not before, and who is not let through?',
  type: 'network',
  kind: 'map',
  wide: true,
  views: [
    {
      title: 'Pods',
      query: '(src_pod:* or dst_pod:*) | sum bytes, count by src_namespace, src_pod, dst_namespace, dst_pod',
      denied: DENIED,
      marksNew: true,
    },
    {
      title: 'Namespaces',
      query: '(src_namespace:* or dst_namespace:*) | sum bytes, count by src_namespace, dst_namespace',
      denied: DENIED,
      marksNew: true,
    },
    {
      title: 'Addresses',
      query: 'src_ip:* dst_ip:* | sum bytes, count by src_ip, dst_ip',
      denied: DENIED,
      marksNew: true,
    },
  ],
  axes: { x: 'from left to right', y: 'thickness: bytes, or flows where none are told' },
  click: 'shows the flows of that pair, or of that service',
  empty: 'No flow here says who talked to whom.',
};

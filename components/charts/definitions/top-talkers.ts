import type { ChartDefinition } from './chart-definition';

export const topTalkers: ChartDefinition = {
  name: 'top-talkers',
  title: 'Top talkers',
  question: 'Who opens most connections?',
  type: 'network',
  kind: 'top',
  views: [
    { title: 'Pods', query: 'src_pod:* | count by src_namespace, src_pod | limit 10', marksNew: true },
    { title: 'Addresses', query: 'src_ip:* | count by src_ip | limit 10', marksNew: true },
  ],
  axes: { x: 'flows', y: 'source' },
  click: 'shows the flows of that source',
  empty: 'No flow here says where it came from.',
};

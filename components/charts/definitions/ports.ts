import type { ChartDefinition } from './chart-definition';

export const ports: ChartDefinition = {
  name: 'ports',
  title: 'Destination ports',
  question: 'Which services are asked, and which were not before?',
  type: 'network',
  kind: 'top',
  views: [{ title: 'Ports', query: 'dst_port:* | count by dst_port, protocol | limit 10', marksNew: true }],
  axes: { x: 'flows', y: 'port' },
  click: 'shows the flows to that port',
  empty: 'No flow here names a port.',
};

import type { ChartDefinition } from './chart-definition';

export const sourceAddresses: ChartDefinition = {
  name: 'source-addresses',
  title: 'Source addresses',
  question: 'Where do requests come from, and from where did none come before?',
  type: 'audit',
  kind: 'top',
  views: [
    { title: 'Addresses', query: 'src_ip:* | count by src_ip | limit 10', marksNew: true },
    { title: 'Users and addresses', query: 'src_ip:* | count by user, src_ip | limit 10', marksNew: true },
  ],
  axes: { x: 'requests', y: 'address' },
  click: 'shows the requests from that address',
  empty: 'No request here says where it came from.',
};

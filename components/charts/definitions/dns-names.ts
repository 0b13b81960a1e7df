import type { ChartDefinition } from './chart-definition';

export const dnsNames: ChartDefinition = {
  name: 'dns-names',
  title: 'Names asked for',
  question: 'Which names are looked up or called, and which were not before?',
  type: 'network',
  kind: 'top',
  views: [
    { title: 'DNS names', query: 'protocol:dns host:* | count by host | limit 10', marksNew: true },
    { title: 'Host names', query: 'host:* | count by host | limit 10', marksNew: true },
  ],
  axes: { x: 'questions', y: 'name' },
  click: 'shows who asked for that name',
  empty: 'No event here asks for a name.',
};

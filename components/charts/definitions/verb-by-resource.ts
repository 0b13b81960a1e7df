import type { ChartDefinition } from './chart-definition';

export const verbByResource: ChartDefinition = {
  name: 'verb-by-resource',
  title: 'Verb by resource',
  question: 'What is done to what, and what of it was never done before?',
  type: 'audit',
  kind: 'heatmap',
  wide: true,
  views: [{ title: 'Verbs', query: 'verb:* resource:* | count by resource, verb', marksNew: true }],
  axes: { x: 'verb', y: 'resource' },
  click: 'shows the requests of that verb on that resource',
  empty: 'No request here names a verb and a resource.',
  per: 'user',
};

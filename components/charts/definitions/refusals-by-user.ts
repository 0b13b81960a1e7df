import type { ChartDefinition } from './chart-definition';

export const refusalsByUser: ChartDefinition = {
  name: 'refusals-by-user',
  title: 'Refusals by user',
  question: 'Who is told no?',
  type: 'audit',
  kind: 'top',
  views: [
    { title: 'Users', query: '(decision:forbid or status:(401 or 403)) | count by user | limit 10', marksNew: true },
    {
      title: 'Users and resources',
      query: '(decision:forbid or status:(401 or 403)) | count by user, resource | limit 10',
      marksNew: true,
    },
  ],
  axes: { x: 'refused requests', y: 'user' },
  click: 'shows the refused requests of that user',
  empty: 'No request here was refused.',
};

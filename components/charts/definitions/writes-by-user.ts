import type { ChartDefinition } from './chart-definition';

const WRITES = 'verb:(create or update or patch or delete or deletecollection)';

export const writesByUser: ChartDefinition = {
  name: 'writes-by-user',
  title: 'Writes by user',
  question: 'Who changes things?',
  type: 'audit',
  kind: 'top',
  views: [
    { title: 'Users', query: `${WRITES} | count by user | limit 10`, marksNew: true },
    { title: 'Users and resources', query: `${WRITES} | count by user, resource | limit 10`, marksNew: true },
  ],
  axes: { x: 'writes', y: 'user' },
  click: 'shows the writes of that user',
  empty: 'No request here creates, changes or deletes anything.',
};

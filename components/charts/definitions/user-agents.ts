import type { ChartDefinition } from './chart-definition';

export const userAgents: ChartDefinition = {
  name: 'user-agents',
  title: 'User agents',
  question: 'Which programs ask, and which did not before?',
  type: 'audit',
  kind: 'top',
  views: [
    { title: 'Programs', query: 'user_agent:* | count by user_agent | limit 10', marksNew: true },
    { title: 'Users and programs', query: 'user_agent:* | count by user, user_agent | limit 10', marksNew: true },
  ],
  axes: { x: 'requests', y: 'user agent' },
  click: 'shows the requests of that program',
  empty: 'No request here names the program that asked.',
};

import type { ChartDefinition } from './chart-definition';

export const logins: ChartDefinition = {
  name: 'logins',
  title: 'Logins by outcome',
  question: 'Who tries to log in, and does it work?',
  type: 'node',
  kind: 'bars',
  views: [
    { title: 'Over time', query: 'decision:(allow or forbid) | timeline by decision' },
    { title: 'By user', query: 'decision:(allow or forbid) | count by user, decision | limit 40' },
    { title: 'By address', query: 'decision:(allow or forbid) | count by src_ip, decision | limit 40' },
  ],
  axes: { x: 'time', y: 'logins' },
  click: 'zooms to that stretch of time and the outcome',
  empty: 'No event here tells how a login ended.',
};

import type { ChartDefinition } from './chart-definition';

export const requestRate: ChartDefinition = {
  name: 'request-rate',
  title: 'Requests',
  question: 'How many requests are served, and did that change?',
  type: 'application',
  kind: 'bars',
  views: [
    { title: 'By method', query: '(method:* or status:*) | timeline by method' },
    { title: 'By path', query: '(method:* or status:*) | timeline by path' },
  ],
  axes: { x: 'time', y: 'requests' },
  click: 'zooms to that stretch of time and the method',
  empty: 'No event here is a request: none has a method or a status.',
};

import type { ChartDefinition } from './chart-definition';

export const slowRequests: ChartDefinition = {
  name: 'slow-requests',
  title: 'Slow requests',
  question: 'What takes the API server or etcd longer than half a second?',
  type: 'control-plane',
  kind: 'top',
  views: [
    {
      title: 'Slowest, by component',
      query: 'duration_ms>=500 | max duration_ms as slowest, count by component | limit 10',
    },
    {
      title: 'Slowest, by resource',
      query: 'duration_ms>=500 | max duration_ms as slowest, count by verb, resource | limit 10',
    },
    { title: 'Slowest, by path', query: 'duration_ms>=500 | max duration_ms as slowest, count by path | limit 10' },
  ],
  axes: { x: 'longest duration', y: 'component' },
  click: 'shows the slow requests of that component',
  empty: 'No event here took half a second or longer.',
};

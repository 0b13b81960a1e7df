import type { ChartDefinition } from './chart-definition';

export const responseTimes: ChartDefinition = {
  name: 'response-times',
  title: 'Response times',
  question: 'Do requests take longer than they did?',
  type: 'application',
  kind: 'lines',
  views: [
    {
      title: 'Median, p95, p99',
      query: 'duration_ms:* | timeline p50 duration_ms as p50, p95 duration_ms as p95, p99 duration_ms as p99',
    },
  ],
  axes: { x: 'time', y: 'duration' },
  click: 'zooms to that stretch of time',
  empty: 'No event here says how long a request took.',
};

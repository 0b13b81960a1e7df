import type { ChartDefinition } from './chart-definition';

export const errorsByWorkload: ChartDefinition = {
  name: 'errors-by-workload',
  title: 'Errors by workload',
  question: 'Which workloads fail?',
  type: 'application',
  kind: 'top',
  views: [
    { title: 'Containers', query: 'severity>=error | count by namespace, container | limit 10' },
    { title: 'Pods', query: 'severity>=error | count by namespace, pod | limit 10' },
    { title: 'Programs', query: 'severity>=error | count by component | limit 10' },
    { title: 'Files', query: 'severity>=error | count by file | limit 10' },
  ],
  axes: { x: 'errors', y: 'workload' },
  click: 'shows the errors of that workload',
  empty: 'No event here is an error.',
};

import type { ChartDefinition } from './chart-definition';

const FAILED = '(reason:(FailedScheduling or Preempted) or (component:*scheduler* severity>=warning))';

export const schedulingFailures: ChartDefinition = {
  name: 'scheduling-failures',
  title: 'Scheduling failures',
  question: 'What does not find a node?',
  type: 'control-plane',
  kind: 'top',
  views: [
    { title: 'Pods', query: `${FAILED} | count by namespace, pod | limit 10` },
    { title: 'Reasons', query: `${FAILED} | count by component, reason | limit 10` },
  ],
  axes: { x: 'failures', y: 'pod' },
  click: 'shows the failures of that pod',
  empty: 'No event here tells of a pod that could not be scheduled.',
};

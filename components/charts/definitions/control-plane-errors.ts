import type { ChartDefinition } from './chart-definition';

export const controlPlaneErrors: ChartDefinition = {
  name: 'control-plane-errors',
  title: 'Errors by component',
  question: 'Which part of the control plane fails, and since when?',
  type: 'control-plane',
  kind: 'bars',
  views: [
    { title: 'By component', query: 'severity>=error | timeline by component' },
    { title: 'By caller', query: 'severity>=error | timeline by caller' },
  ],
  axes: { x: 'time', y: 'errors' },
  click: 'zooms to that stretch of time and the component',
  empty: 'No event here is an error.',
};

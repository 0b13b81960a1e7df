import type { ChartDefinition } from './chart-definition';

export const severityByUnit: ChartDefinition = {
  name: 'severity-by-unit',
  title: 'Severity by unit',
  question: 'Which part of the machine complains?',
  type: 'node',
  kind: 'heatmap',
  wide: true,
  views: [
    { title: 'Programs', query: '* | count by component, severity' },
    { title: 'Units', query: '* | count by unit, severity' },
    { title: 'Nodes', query: '* | count by node, severity' },
  ],
  axes: { x: 'severity', y: 'unit' },
  click: 'shows the events of that unit and severity',
  empty: 'No event here.',
};

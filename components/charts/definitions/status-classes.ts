import type { Fold } from '../prepare/series-chart';
import type { ChartDefinition } from './chart-definition';

/** 404 is one of the 4xx. */
const CLASSES: Fold = {
  field: 'status',
  of(value) {
    const first = Math.floor(Number(value) / 100);
    if (!(first >= 1 && first <= 5)) return null;
    return { name: `${first}xx`, clause: `status:[${first}00 TO ${first}99]` };
  },
};

export const statusClasses: ChartDefinition = {
  name: 'status-classes',
  title: 'Status classes',
  question: 'Do requests fail, and whose fault is it?',
  type: 'application',
  kind: 'bars',
  views: [{ title: 'Classes', query: 'status:* | timeline by status' }],
  axes: { x: 'time', y: 'requests' },
  click: 'zooms to that stretch of time and the class',
  empty: 'No event here has a status.',
  fold: CLASSES,
};

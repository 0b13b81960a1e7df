export { Explorer } from './explorer';
export { KeyGroups } from './keyboard-map';
export { type Lane, type LaneBar, prepareLanes, type Trackway } from './prepare-lanes';
export { type TimeTick, timeTicks } from './time-ticks';
export { TYPE_LABELS } from './type-labels';

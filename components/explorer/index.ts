export { Explorer } from './explorer';
export { KeyGroups } from './keyboard-map';
export { momentsOf, spanOf } from './moments-of';
export { type Lane, type LaneBar, prepareLanes, type Trackway } from './prepare-lanes';
export type { Moments } from './range-moves';
export { TimeRangeControl } from './time-range-control';
export { TYPE_LABELS } from './type-labels';
export { type Hotkeys, useHotkeys } from './use-hotkeys';

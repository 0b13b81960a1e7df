export { type RangeLabel, rangeLabel } from './format-range';
export { clockTime, dayOf, fullTime, minuteTime, spanLength, type TimeParts, timeParts } from './format-time';
export { type TimeTick, timeTicks } from './time-ticks';
export { useZone } from './use-zone';
export { isZone, offsetLabel, offsetMinutes, ownZoneName, type Zone, zoneLabel } from './zone';

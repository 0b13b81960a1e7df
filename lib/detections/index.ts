export type { Detector } from './detector';
export { DETECTORS, TALLIES } from './detectors';
export { columnsOf, type ExampleEvent } from './example-events';
export type { Finding } from './finding';
export type { History, TimeSpan } from './history';
export { mergeTallied } from './merge-tallied';
export { decodeTallied, encodeTallied } from './stored-tallied';
export type { Tallied, Tally } from './tally';
export { tallySegment } from './tally-segment';

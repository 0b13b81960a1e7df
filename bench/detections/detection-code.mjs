import { loadCode } from '../load-code.mjs';

const CONTENTS = `
  import { FIELDS, LogEvent } from '@/lib/events';
  import { Clock, ReadContext } from '@/lib/formats';
  export { FIELDS, logTypeCode, severityCode } from '@/lib/events';
  export { COLUMN, SegmentColumnsBuilder } from '@/lib/columns';
  export {
    columnsOf, DETECTORS, encodeTallied, knownHistory, mergeTallied, TALLIES, tallyColumns, tallySegment,
  } from '@/lib/detections';
  export { spikesOf } from '@/lib/detections/statistics/spikes';
  export { Passes } from '@/lib/ingest/passes';
  export const newEvent = () => new LogEvent();
  export const newContext = () =>
    new ReadContext(new Clock({ modified: null, zoneMinutes: null, year: null, now: Date.now() * 1000 }), 'bench.log');
`;

/** The detectors and what they need, built for Node. */
export function loadDetectionCode() {
  return loadCode('detection-code', CONTENTS);
}

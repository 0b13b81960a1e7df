import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';
import { BUILD, ROOT } from '../../scripts/project.mjs';

const CONTENTS = `
  import { FIELDS, LogEvent } from '@/lib/events';
  import { Clock, ReadContext } from '@/lib/formats';
  export { FIELDS, logTypeCode, severityCode } from '@/lib/events';
  export { COLUMN, SegmentColumnsBuilder } from '@/lib/columns';
  export { columnsOf, DETECTORS, knownHistory, mergeTallied, TALLIES, tallySegment } from '@/lib/detections';
  export { spikesOf } from '@/lib/detections/statistics/spikes';
  export { Passes } from '@/lib/ingest/passes';
  export const newEvent = () => new LogEvent();
  export const newContext = () =>
    new ReadContext(new Clock({ modified: null, zoneMinutes: null, year: null, now: Date.now() * 1000 }), 'bench.log');
`;

/** The detectors and what they need, built for Node. */
export async function loadDetectionCode() {
  const outfile = join(BUILD, 'detection-code.mjs');
  await build({
    stdin: { contents: CONTENTS, resolveDir: ROOT, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '@': ROOT },
    logLevel: 'warning',
  });
  await stop();
  return import(pathToFileURL(outfile).href);
}

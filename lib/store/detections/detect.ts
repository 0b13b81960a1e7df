import { DETECTORS, type Detector, type History, withoutFlood } from '@/lib/detections';
import { logger } from '@/lib/logger';
import { readOnly } from '../read-only';
import type { CountedHistory } from './counted-history';
import type { Found } from './reconcile';
import { saveFindings } from './save-findings';
import { countedSegments, stateOf } from './stored-tallies';

/** The state of the store as `detect` names it. */
export async function detectionState(): Promise<string> {
  return stateOf(await readOnly(countedSegments));
}

/** Runs all detectors over what was counted of the store, and stores what they found. Answers the state that it looked at. */
export async function detect(counted: CountedHistory): Promise<string> {
  const segments = await readOnly(countedSegments);
  const state = stateOf(segments);
  const history = await counted.of(segments);
  const found: Found[] = [];
  const ran: string[] = [];
  for (const detector of DETECTORS) {
    const findings = findingsOf(detector, history);
    if (findings === null) continue;
    ran.push(detector.name);
    found.push(...findings);
  }
  await saveFindings(found, ran, state);
  return state;
}

/** Null when the detector failed: what it had found before stays, and the others go on. */
function findingsOf(detector: Detector, history: History): Found[] | null {
  try {
    const findings = withoutFlood([...detector.detect(history)]);
    return findings.map((finding) => ({ detector: detector.name, finding }));
  } catch (error) {
    logger.error('a detector failed; its earlier findings stay', { detector: detector.name, error });
    return null;
  }
}

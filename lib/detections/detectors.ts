import type { Detector } from './detector';
import { secretSweep } from './detectors/secret-sweep';
import type { Tally } from './tally';

/** All detectors, in the order in which the help page lists them. */
export const DETECTORS: readonly Detector[] = [secretSweep];

/** All that is counted of each segment. */
export const TALLIES: readonly Tally[] = [...new Set(DETECTORS.flatMap(({ tallies }) => tallies))];

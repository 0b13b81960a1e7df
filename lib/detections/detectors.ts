import type { Detector } from './detector';
import { secretSweep } from './detectors/secret-sweep';

/** All detectors, in the order in which the help page lists them. */
export const DETECTORS: readonly Detector[] = [secretSweep];

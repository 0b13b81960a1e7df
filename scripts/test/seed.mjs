import { configureGlobal } from 'fast-check';

/**
 * Property tests try the same values in every run, so that a red run is about the change at hand and can be repeated. Other
 * values are tried on purpose: `TRACKWAY_TEST_SEED=random npm test`, or a number to repeat what that found.
 */
const DEFAULT_SEED = 20_260_401;

const asked = process.env.TRACKWAY_TEST_SEED;
if (asked !== 'random') configureGlobal({ seed: asked === undefined ? DEFAULT_SEED : Number.parseInt(asked, 10) });

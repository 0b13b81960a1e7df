import { LOG_TYPES } from '@/lib/events';
import { DETECTORS } from './detectors';
import { STORED_FORM } from './stored-tallied';
import type { Tally } from './tally';

/** How many events there are of each type: tells how far its history reaches. */
export const EVENTS_BY_TYPE: Tally = {
  name: 'events-by-type',
  version: 1,
  types: LOG_TYPES,
  where: [],
  by: [{ field: 'type' }],
  bucketSeconds: 3600,
};

/** All that is counted of each segment. */
export const TALLIES: readonly Tally[] = [...new Set([EVENTS_BY_TYPE, ...DETECTORS.flatMap(({ tallies }) => tallies)])];

/** Says what was counted of a segment; another text means that it is to be counted again. */
export const TALLIED = [`form ${STORED_FORM}`, ...TALLIES.map(({ name, version }) => `${name} ${version}`)].join(', ');

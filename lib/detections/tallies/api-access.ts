import { hasOwnWill } from '../identity';
import type { Tally } from '../tally';

/**
 * What clients do all day whoever they are: follow, elect a leader, report, and ask whether others may. They would be most of
 * what there is to count, and nobody hunts for them.
 */
const UPKEEP: ReadonlySet<string> = new Set(['leases', 'tokenreviews', 'subjectaccessreviews', 'endpoints']);
/** A request that was turned away for who asked. */
export const REFUSED = 'refused';
const REFUSALS: ReadonlySet<unknown> = new Set([401, 403]);
export const ACCESS_BUCKET_SECONDS = 600;

/** Who asked the API for what, and was refused or not. Key: user, verb, resource, subresource, `REFUSED` or empty. */
export const API_ACCESS: Tally = {
  name: 'api-access',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'verb', test: (verb) => verb !== null && verb !== 'watch' },
    { field: 'resource', test: (resource) => resource !== null && !UPKEEP.has(String(resource)) },
    { field: 'user', test: (user) => user !== null && hasOwnWill(String(user)) },
  ],
  by: [
    { field: 'user' },
    { field: 'verb' },
    { field: 'resource' },
    { field: 'subresource', optional: true },
    { field: 'status', as: (status) => (REFUSALS.has(status) ? REFUSED : ''), optional: true },
  ],
  bucketSeconds: ACCESS_BUCKET_SECONDS,
};

/** The filter on what is counted here, beside the user. */
export const API_ACCESS_QUERY = `verb:* -verb:watch resource:* -resource:(${[...UPKEEP].join(' or ')})`;

/** `list secrets`, `create pods/exec`. */
export function shownRequest([, verb, resource, subresource]: readonly string[]): string {
  return `${verb} ${resource}${subresource === '' || subresource === undefined ? '' : `/${subresource}`}`;
}

/** What was asked, whatever became of it, as one text. */
export function requestKey([user, verb, resource, subresource]: readonly string[]): string {
  return JSON.stringify([user, verb, resource, subresource]);
}

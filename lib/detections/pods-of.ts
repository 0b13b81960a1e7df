/** The alphabet of the names that Kubernetes makes up (apimachinery, util/rand), as an expression. */
const RANDOM = '[b-df-hj-np-tv-xz24-9]';
/** All that `workloadOf` takes off: a number, a hash, five characters. */
const ENDINGS = `(-[0-9]{1,10})?(-${RANDOM}{6,10})?(-${RANDOM}{5})?`;

/** What a query says of the pods of a workload, as `workloadOf` names it; `field` is one that holds names of pods. */
export function podsOf(field: string, workload: string): string {
  return `${field}:/^${workload.replace(/[^\p{L}\p{N}-]/gu, '\\$&')}${ENDINGS}$/`;
}

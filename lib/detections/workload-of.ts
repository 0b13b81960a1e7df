/** The alphabet of names that Kubernetes makes up: no vowels, nothing that looks alike (apimachinery, util/rand). */
const RANDOM = '[bcdfghjklmnpqrstvwxz2456789]';
/** `<deployment>-<hash of the template>-<random>`; hashes are up to ten characters, with leading zeros left out. */
const REPLICA = new RegExp(`^(.+)-${RANDOM}{6,10}-${RANDOM}{5}$`);
/** `<cron job>-<minutes since 1970, or in old versions seconds>-<random>`. */
const CRON = new RegExp(`^(.+)-\\d{8,10}(?:-${RANDOM}{5})?$`);
/** `<job>-<index>-<random>` of an indexed job. */
const INDEXED = new RegExp(`^(.+)-\\d{1,5}-${RANDOM}{5}$`);
/** `<daemon set or job>-<random>`. */
const RANDOM_END = new RegExp(`^(.+)-${RANDOM}{5}$`);
const ORDINAL = /^(.+)-\d{1,5}$/;
const SHAPES = [CRON, REPLICA, INDEXED, RANDOM_END, ORDINAL] as const;

/**
 * The workload that a pod belongs to, by the pod's name: what Deployments, ReplicaSets, DaemonSets, StatefulSets, Jobs and
 * CronJobs put behind their own is taken off. A name of another shape is its own workload.
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ and the controllers' name generators.
 */
export function workloadOf(pod: string): string {
  for (const shape of SHAPES) {
    const workload = shape.exec(pod)?.[1];
    if (workload !== undefined) return workload;
  }
  return pod;
}

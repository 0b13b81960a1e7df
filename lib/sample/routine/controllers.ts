import { controllerOf, schedulerOf } from '../cluster';
import type { Random } from '../random';
import { type Scene, timesOf } from '../scene';
import { HOUR } from '../week';
import { writeAudit, writeKlog } from '../writers';
import type { Routine } from './routine';

type Habit = readonly [account: string, verb: string, resource: string, scope: 'namespace' | 'cluster', weight: number];

const HABITS: readonly Habit[] = [
  ['deployment-controller', 'update', 'deployments.apps/status', 'namespace', 2],
  ['replicaset-controller', 'update', 'replicasets.apps/status', 'namespace', 2],
  ['endpointslice-controller', 'update', 'endpointslices.discovery.k8s.io', 'namespace', 4],
  ['endpoint-controller', 'update', 'endpoints', 'namespace', 3],
  ['horizontal-pod-autoscaler', 'update', 'horizontalpodautoscalers.autoscaling/status', 'namespace', 5],
  ['horizontal-pod-autoscaler', 'list', 'pods.metrics.k8s.io', 'namespace', 5],
  ['namespace-controller', 'list', 'secrets', 'cluster', 1],
  ['resourcequota-controller', 'list', 'pods', 'cluster', 1],
  ['generic-garbage-collector', 'list', 'replicasets.apps', 'cluster', 1],
  ['ttl-after-finished-controller', 'list', 'jobs.batch', 'cluster', 1],
  ['node-controller', 'patch', 'nodes', 'cluster', 2],
  ['persistent-volume-binder', 'list', 'persistentvolumes', 'cluster', 1],
];
const CHOICES = HABITS.flatMap((habit) => Array.from({ length: habit[4] }, () => habit));

/** What the control plane's controllers ask all day, and a few of their own words. */
export const controllers: Routine = {
  name: 'controllers',
  hour(scene, from) {
    const { cluster, random } = scene;
    for (let left = timesOf(scene, 120); left > 0; left -= 1) ask(scene, from + random.below(HOUR));
    for (let left = timesOf(scene, 14); left > 0; left -= 1) {
      const at = from + random.below(HOUR);
      const { namespace, name } = someDeployment(scene);
      writeKlog(
        scene,
        cluster.pod('controllers', at, random),
        at,
        'I',
        'replica_set.go:679',
        `"Finished syncing" logger="replicaset-controller" kind="ReplicaSet" key="${namespace}/${name}-${random.suffix(10)}" duration="${random.between(20, 900)}.${random.between(100, 999)}µs"`,
      );
    }
    for (let left = timesOf(scene, 6); left > 0; left -= 1) {
      const at = from + random.below(HOUR);
      writeAudit(scene, {
        at,
        caller: schedulerOf(cluster.control),
        verb: 'list',
        resource: 'pods',
        query: 'limit=500&resourceVersion=0',
      });
    }
  },
};

function ask(scene: Scene, at: number): void {
  const { cluster, random } = scene;
  const [account, verb, resource, scope] = random.of(CHOICES);
  const caller = controllerOf(cluster.control, account);
  const isList = verb === 'list';
  const deployment = someDeployment(scene);
  const name = isList ? undefined : resource === 'nodes' ? random.of(cluster.nodes).name : deployment.name;
  writeAudit(scene, {
    at,
    caller,
    verb,
    resource,
    ...(scope === 'namespace' ? { namespace: deployment.namespace } : {}),
    ...(name === undefined ? {} : { name }),
    ...(isList ? { query: 'limit=500' } : {}),
    status: conflict(verb, random),
  });
}

function someDeployment({ cluster, random }: Scene): { readonly namespace: string; readonly name: string } {
  return random.of(cluster.workloads.filter(({ kind }) => kind === 'Deployment'));
}

/** Controllers meet each other now and then, and try again. */
function conflict(verb: string, random: Random): number {
  return verb === 'update' && random.chance(0.02) ? 409 : 200;
}

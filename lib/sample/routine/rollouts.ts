import { type Caller, controllerOf, type Rollout } from '../cluster';
import { connect, makeByController, startPod, stopPod } from '../happenings';
import type { Scene } from '../scene';
import { HOUR, SECOND } from '../week';
import { podEnd, worldEnd, writeAudit, writeEvent, writeOutput } from '../writers';
import type { Routine } from './routine';

/** New versions in office hours: the pipeline changes a deployment, and its pods are replaced one by one. */
export const rollouts: Routine = {
  name: 'rollouts',
  hour(scene, from) {
    for (const rollout of scene.cluster.rollouts) {
      if (rollout.at >= from && rollout.at < from + HOUR) roll(scene, rollout);
    }
  },
};

/** The account of the pipeline, which runs outside of the cluster. */
export function pipelineOf(scene: Scene): Caller {
  return {
    user: 'system:serviceaccount:shop:deployer',
    groups: ['system:serviceaccounts', 'system:serviceaccounts:shop', 'system:authenticated'],
    agent: 'helm/v3.17.3',
    ip: scene.cluster.bastion.replace(/\d+$/, '40'),
    grant: 'RBAC: allowed by ClusterRoleBinding "deployer" of ClusterRole "deployer" to ServiceAccount "deployer/shop"',
  };
}

function roll(scene: Scene, { role, at, tag, revision }: Rollout): void {
  const { cluster, random } = scene;
  const workload = cluster.workload(role);
  const { namespace, name } = workload;
  const image = `${workload.image.slice(0, workload.image.lastIndexOf(':'))}:${tag}`;
  const caller = pipelineOf(scene);
  writeAudit(scene, {
    at: at - 4 * SECOND,
    caller,
    verb: 'get',
    resource: 'secrets',
    namespace,
    name: `sh.helm.release.v1.${name}.v${revision + 40}`,
  });
  writeAudit(scene, {
    at: at - 2 * SECOND,
    caller,
    verb: 'create',
    resource: 'secrets',
    namespace,
    name: `sh.helm.release.v1.${name}.v${revision + 41}`,
  });
  const body = { spec: { template: { spec: { containers: [{ name: workload.container, image }] } } } };
  writeAudit(scene, {
    at: at - SECOND,
    caller,
    verb: 'patch',
    resource: 'deployments.apps',
    namespace,
    name,
    body,
    query: 'fieldManager=helm',
  });
  const account = 'deployment-controller';
  const fresh = cluster.podsOf(role).filter((pod) => pod.image.endsWith(`:${tag}`));
  const set = fresh[0]?.owner.name ?? name;
  writeAudit(scene, {
    at: at - 900_000,
    caller: controllerOf(cluster.control, account),
    verb: 'create',
    resource: 'replicasets.apps',
    namespace,
    name: set,
  });
  writeEvent(scene, {
    at,
    kind: 'Deployment',
    namespace,
    name,
    reason: 'ScalingReplicaSet',
    message: `Scaled up replica set ${set} from 0 to 1`,
    component: account,
  });
  for (const pod of fresh) {
    makeByController(scene, pod, pod.from);
    startPod(scene, pod, pod.from);
    writeOutput(
      scene,
      pod,
      pod.from + 7 * SECOND,
      JSON.stringify({ level: 'info', msg: 'listening', version: tag, port: workload.port }),
    );
    connect(scene, { at: pod.from + 2 * SECOND, from: podEnd(pod), to: worldEnd(cluster.outside.registry), port: 443 });
  }
  for (const pod of cluster.podsOf(role)) {
    if (pod.to < at || pod.to > at + 120 * SECOND) continue;
    const remover = controllerOf(cluster.control, 'replicaset-controller');
    writeAudit(scene, {
      at: pod.to - 5 * SECOND,
      caller: remover,
      verb: 'delete',
      resource: 'pods',
      namespace,
      name: pod.name,
    });
    stopPod(scene, pod, pod.to - 4 * SECOND);
  }
  if (random.chance(0.5))
    writeAudit(scene, { at: at + 90 * SECOND, caller, verb: 'get', resource: 'deployments.apps', namespace, name });
}

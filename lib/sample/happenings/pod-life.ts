import { controllerOf, kubeletOf, type Pod, schedulerOf } from '../cluster';
import type { Scene } from '../scene';
import { SECOND } from '../week';
import { writeAudit, writeContainerd, writeEvent, writeKlog, writeKubelet, writePodEvent } from '../writers';

const CONTROLLERS: Readonly<Record<string, string>> = {
  ReplicaSet: 'replicaset-controller',
  StatefulSet: 'statefulset-controller',
  DaemonSet: 'daemon-set-controller',
  Job: 'job-controller',
};

/** The body with which a pod is made. */
export function podBody(pod: Pod, spec: Readonly<Record<string, unknown>> = {}) {
  const { name, namespace, container, image, serviceAccount, app } = pod;
  return {
    kind: 'Pod',
    apiVersion: 'v1',
    metadata: { name, namespace, labels: { 'app.kubernetes.io/name': app } },
    spec: {
      containers: [
        {
          name: container,
          image,
          resources: { limits: { memory: '512Mi' } },
          securityContext: { allowPrivilegeEscalation: false },
        },
      ],
      serviceAccountName: serviceAccount,
      restartPolicy: 'Always',
      ...spec,
    },
  };
}

/** A controller makes a pod. */
export function makeByController(scene: Scene, pod: Pod, at: number): void {
  const account = CONTROLLERS[pod.owner.kind] ?? 'replicaset-controller';
  const caller = controllerOf(scene.cluster.control, account);
  const body = podBody(pod);
  writeAudit(scene, { at, caller, verb: 'create', resource: 'pods', namespace: pod.namespace, name: pod.name, body });
  writeEvent(scene, {
    at,
    kind: pod.owner.kind,
    namespace: pod.namespace,
    name: pod.owner.name,
    reason: 'SuccessfulCreate',
    message: `Created pod: ${pod.name}`,
    component: account,
  });
}

/** What follows once a pod is there: it is scheduled, its image pulled, its container started. Takes about five seconds. */
export function startPod(scene: Scene, pod: Pod, at: number, { pull = true }: { readonly pull?: boolean } = {}): void {
  const { cluster, random } = scene;
  const { namespace, name, node, image, container } = pod;
  const scheduled = at + random.between(9, 40) * 1000;
  const scheduler = schedulerOf(cluster.control);
  writeAudit(scene, { at: scheduled, caller: scheduler, verb: 'create', resource: 'pods/binding', namespace, name });
  writeKlog(
    scene,
    cluster.pod('scheduler', at, random),
    scheduled,
    'I',
    'schedule_one.go:314',
    `"Successfully bound pod to node" pod="${namespace}/${name}" node="${node.name}" evaluatedNodes=5 feasibleNodes=4`,
  );
  writeEvent(scene, {
    at: scheduled,
    kind: 'Pod',
    namespace,
    name,
    reason: 'Scheduled',
    message: `Successfully assigned ${namespace}/${name} to ${node.name}`,
    component: 'default-scheduler',
  });
  const seen = scheduled + random.between(20, 90) * 1000;
  writeKubelet(
    scene,
    node,
    seen,
    'I',
    'reconciler_common.go:251',
    `"operationExecutor.VerifyControllerAttachedVolume started for volume \\"kube-api-access-${random.suffix(5)}\\" (UniqueName: \\"kubernetes.io/projected/${pod.uid}-kube-api-access\\") pod \\"${name}\\" (UID: \\"${pod.uid}\\") " pod="${namespace}/${name}"`,
  );
  writeContainerd(
    scene,
    node,
    seen + 300_000,
    'info',
    `RunPodSandbox for &PodSandboxMetadata{Name:${name},Uid:${pod.uid},Namespace:${namespace},Attempt:0,} returns sandbox id "${random.hex(64)}"`,
  );
  let started = seen + 700_000;
  if (pull) {
    const took = random.between(900, 4200);
    writePodEvent(scene, pod, started, 'Pulling', `Pulling image "${image}"`);
    started += took * 1000;
    writePodEvent(
      scene,
      pod,
      started,
      'Pulled',
      `Successfully pulled image "${image}" in ${(took / 1000).toFixed(3)}s (${(took / 1000).toFixed(3)}s including waiting). Image size: ${random.between(18, 240) * 1_048_576} bytes.`,
    );
    writeContainerd(
      scene,
      node,
      started,
      'info',
      `PullImage "${image}" returns image reference "sha256:${random.hex(64)}"`,
    );
  } else writePodEvent(scene, pod, started, 'Pulled', `Container image "${image}" already present on machine`);
  writePodEvent(scene, pod, started + 80_000, 'Created', `Created container: ${container}`);
  writePodEvent(scene, pod, started + 200_000, 'Started', `Started container ${container}`);
  writeContainerd(
    scene,
    node,
    started + 190_000,
    'info',
    `StartContainer for "${pod.containerId}" returns successfully`,
  );
  writeKubelet(
    scene,
    node,
    started + SECOND,
    'I',
    'pod_startup_latency_tracker.go:104',
    `"Observed pod startup duration" pod="${namespace}/${name}" podStartSLOduration=${(random.between(900, 2900) / 1000).toFixed(9)} podStartE2EDuration="${(random.between(1900, 6900) / 1000).toFixed(9)}s"`,
  );
  writeAudit(scene, {
    at: started + SECOND,
    caller: kubeletOf(node),
    verb: 'patch',
    resource: 'pods/status',
    namespace,
    name,
  });
}

/** A pod is asked to go and goes. */
export function stopPod(scene: Scene, pod: Pod, at: number): void {
  const { namespace, name, node, container } = pod;
  writePodEvent(scene, pod, at + 200_000, 'Killing', `Stopping container ${container}`);
  writeContainerd(scene, node, at + 250_000, 'info', `StopContainer for "${pod.containerId}" with timeout 30 (s)`);
  writeKubelet(
    scene,
    node,
    at + 2 * SECOND,
    'I',
    'kubelet.go:2470',
    `"SyncLoop DELETE" source="api" pods=["${namespace}/${name}"]`,
  );
  writeAudit(scene, {
    at: at + 3 * SECOND,
    caller: kubeletOf(node),
    verb: 'delete',
    resource: 'pods',
    namespace,
    name,
  });
}

import { kubeletOf, type Node, type Pod } from '../cluster';
import { type Scene, timesOf } from '../scene';
import { HOUR } from '../week';
import { writeAudit, writeContainerd, writeKubelet, writePodEvent } from '../writers';
import type { Routine } from './routine';

/** What the pods of a namespace mount. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  shop: ['registry-credentials', 'database-login', 'smtp-login'],
  payments: ['registry-credentials', 'bank-api-key', 'database-login'],
};

/** The kubelets report on nodes and pods, fetch what pods mount, and clean up after themselves. */
export const kubelets: Routine = {
  name: 'kubelets',
  hour(scene, from) {
    for (const node of scene.cluster.nodes) {
      const pods = scene.cluster.allRunning(from).filter((pod) => pod.node === node);
      const later = () => from + scene.random.below(HOUR);
      for (let left = timesOf(scene, 12); left > 0; left -= 1) report(scene, node, later());
      for (let left = timesOf(scene, 5); left > 0; left -= 1) fetchForPod(scene, node, scene.random.of(pods), later());
      for (let left = timesOf(scene, 7); left > 0; left -= 1) lookAfter(scene, scene.random.of(pods), later());
      if (scene.random.chance(0.3)) removeImage(scene, node, later());
    }
  },
};

function report(scene: Scene, node: Node, at: number): void {
  const request = { verb: 'patch', resource: 'nodes/status', name: node.name, query: 'timeout=10s' };
  writeAudit(scene, { at, caller: kubeletOf(node), ...request });
}

/** A token for the pod's account, or one of the things that it mounts. */
function fetchForPod(scene: Scene, node: Node, pod: Pod, at: number): void {
  const { random } = scene;
  const { namespace, serviceAccount, name } = pod;
  const secrets = SECRETS[namespace];
  const fetched = [
    { verb: 'create', resource: 'serviceaccounts/token', name: serviceAccount },
    { verb: 'create', resource: 'serviceaccounts/token', name: serviceAccount },
    { verb: 'get', resource: 'configmaps', name: 'kube-root-ca.crt' },
    { verb: 'get', resource: 'pods', name },
    ...(secrets === undefined ? [] : [{ verb: 'get', resource: 'secrets', name: random.of(secrets) }]),
  ];
  writeAudit(scene, { at, caller: kubeletOf(node), namespace, ...random.of(fetched) });
}

/** Pods run, or do not answer in time now and then. */
function lookAfter(scene: Scene, pod: Pod, at: number): void {
  const { node } = pod;
  const who = `pod="${pod.namespace}/${pod.name}"`;
  if (!scene.random.chance(0.05)) {
    writeKubelet(scene, node, at, 'I', 'kubelet_getters.go:218', `"Pod status updated" ${who} status="Running"`);
    return;
  }
  const failed = `Get "http://${pod.ip}:8080/healthz": context deadline exceeded`;
  const result = `podUID="${pod.uid}" containerName="${pod.container}" probeResult="failure" output=${JSON.stringify(failed)}`;
  writeKubelet(scene, node, at, 'I', 'prober.go:107', `"Probe failed" probeType="Readiness" ${who} ${result}`);
  writePodEvent(scene, pod, at, 'Unhealthy', `Readiness probe failed: ${failed}`, true);
}

function removeImage(scene: Scene, node: Node, at: number): void {
  const figures = 'usage=86 highThreshold=85 amountToFree=524288000 lowThreshold=80';
  const says =
    '"Disk usage on image filesystem is over the high threshold, trying to free bytes down to the low threshold"';
  writeKubelet(scene, node, at, 'I', 'image_gc_manager.go:391', `${says} ${figures}`);
  writeContainerd(
    scene,
    node,
    at + 900_000,
    'info',
    `RemoveImage "sha256:${scene.random.hex(64)}" returns successfully`,
  );
}

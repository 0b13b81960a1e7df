import { kubeletOf } from '../cluster';
import { timesOf } from '../scene';
import { HOUR } from '../week';
import { writeAudit, writeContainerd, writeKubelet, writePodEvent } from '../writers';
import type { Routine } from './routine';

/** The kubelets report on nodes and pods, fetch what pods mount, and clean up after themselves. */
export const kubelets: Routine = {
  name: 'kubelets',
  hour(scene, from) {
    const { cluster, random } = scene;
    for (const node of cluster.nodes) {
      const caller = kubeletOf(node);
      const pods = cluster.allRunning(from).filter((pod) => pod.node === node);
      for (let left = timesOf(scene, 12); left > 0; left -= 1) {
        writeAudit(scene, {
          at: from + random.below(HOUR),
          caller,
          verb: 'patch',
          resource: 'nodes/status',
          name: node.name,
          query: 'timeout=10s',
        });
      }
      for (let left = timesOf(scene, 5); left > 0 && pods.length > 0; left -= 1) {
        const at = from + random.below(HOUR);
        const { namespace, serviceAccount, name } = random.of(pods);
        if (random.chance(0.5))
          writeAudit(scene, {
            at,
            caller,
            verb: 'create',
            resource: 'serviceaccounts/token',
            namespace,
            name: serviceAccount,
          });
        else
          writeAudit(scene, {
            at,
            caller,
            verb: 'get',
            resource: random.of(['configmaps', 'secrets', 'pods']),
            namespace,
            name,
          });
      }
      for (let left = timesOf(scene, 7); left > 0; left -= 1) {
        const at = from + random.below(HOUR);
        const pod = random.of(pods);
        const probe = `"Probe failed" probeType="Readiness" pod="${pod.namespace}/${pod.name}" podUID="${pod.uid}" containerName="${pod.container}" probeResult="failure" output="Get \\"http://${pod.ip}:8080/healthz\\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)"`;
        if (random.chance(0.05)) {
          writeKubelet(scene, node, at, 'I', 'prober.go:107', probe);
          const failed = `Readiness probe failed: Get "http://${pod.ip}:8080/healthz": context deadline exceeded`;
          writePodEvent(scene, pod, at, 'Unhealthy', failed, true);
        } else
          writeKubelet(
            scene,
            node,
            at,
            'I',
            'kubelet_getters.go:218',
            `"Pod status updated" pod="${pod.namespace}/${pod.name}" status="Running"`,
          );
      }
      if (random.chance(0.3)) {
        const at = from + random.below(HOUR);
        writeKubelet(
          scene,
          node,
          at,
          'I',
          'image_gc_manager.go:391',
          '"Disk usage on image filesystem is over the high threshold, trying to free bytes down to the low threshold" usage=86 highThreshold=85 amountToFree=524288000 lowThreshold=80',
        );
        writeContainerd(
          scene,
          node,
          at + 900_000,
          'info',
          `RemoveImage "sha256:${random.hex(64)}" returns successfully`,
        );
      }
    }
  },
};

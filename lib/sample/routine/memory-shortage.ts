import { DAY, HOUR, SECOND, WEEK_START } from '../week';
import { writeContainerd, writeKubelet, writePodEvent, writeSyslog } from '../writers';
import type { Routine } from './routine';

/** Tuesday afternoon, when the monthly invoices are made. */
const FROM = WEEK_START + DAY + 14 * HOUR;
const TIMES = 3;

/** A service needs more memory than it may have: the kernel ends it, and it is started again, three times. */
export const memoryShortage: Routine = {
  name: 'memory-shortage',
  hour(scene, from) {
    if (from !== FROM) return;
    const { cluster, random } = scene;
    const pod = cluster.pod('orders', from, random);
    const { node, uid, container } = pod;
    let at = from + random.between(300, 900) * SECOND;
    for (let time = 1; time <= TIMES; time += 1) {
      const pid = random.between(20_000, 60_000);
      const uptime = `[${Math.floor((at - WEEK_START) / SECOND) + 400_000}.${random.between(100_000, 999_999)}]`;
      const group = `/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod${uid.replaceAll('-', '_')}.slice`;
      const kernel = (text: string) => writeSyslog(scene, node, at, 'kernel', 0, `${uptime} ${text}`);
      kernel(
        `oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=cri,mems_allowed=0,oom_memcg=${group},task_memcg=${group}/cri-containerd-${pod.containerId}.scope,task=${container},pid=${pid},uid=1000`,
      );
      kernel(
        `Memory cgroup out of memory: Killed process ${pid} (${container}) total-vm:1912044kB, anon-rss:522180kB, file-rss:0kB, shmem-rss:0kB, UID:1000 pgtables:1540kB oom_score_adj:968`,
      );
      writeContainerd(
        scene,
        node,
        at + 90_000,
        'info',
        `TaskExit event container_id:"${pod.containerId}" id:"${pod.containerId}" pid:${pid} exit_status:137`,
      );
      const failed = `"Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"${container}\\" with CrashLoopBackOff: \\"back-off ${time * 10}s restarting failed container\\"" pod="${pod.namespace}/${pod.name}" podUID="${uid}"`;
      writeKubelet(scene, node, at + 2 * SECOND, 'E', 'pod_workers.go:1301', failed);
      writePodEvent(
        scene,
        pod,
        at + 2 * SECOND,
        'BackOff',
        `Back-off restarting failed container ${container} in pod ${pod.name}_${pod.namespace}(${uid})`,
        true,
      );
      at += random.between(60, 240) * SECOND;
    }
  },
};

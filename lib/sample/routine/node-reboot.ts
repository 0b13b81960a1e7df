import { controllerOf, type Node } from '../cluster';
import type { Scene } from '../scene';
import { HOUR, MINUTE, SECOND } from '../week';
import {
  writeAudit,
  writeAuditRecord,
  writeContainerd,
  writeEvent,
  writeKubelet,
  writePodEvent,
  writeSyslog,
} from '../writers';
import type { Routine } from './routine';

/** What the kernel says when it begins, a little of it. */
const BOOT = [
  'Linux version 6.8.0-60-generic (buildd@lcy02-amd64-054) (x86_64-linux-gnu-gcc-13) #63-Ubuntu SMP PREEMPT_DYNAMIC',
  'Command line: BOOT_IMAGE=/boot/vmlinuz-6.8.0-60-generic root=PARTUUID=1c5f ro console=tty1 console=ttyS0',
  'Memory: 16177844K/16776696K available',
  'EXT4-fs (nvme0n1p1): mounted filesystem with ordered data mode. Quota mode: none.',
  'audit: initializing netlink subsys (disabled)',
];

/** How long a machine takes to begin. */
const UP_AFTER = 25 * SECOND;

/** New packages want a new kernel: on one night one of the workers is started anew. */
export const nodeReboot: Routine = {
  name: 'node-reboot',
  hour(scene, from) {
    const { node, at } = scene.cluster.reboot;
    if (at < from || at >= from + HOUR) return;
    goDown(scene, node, at);
    comeUp(scene, node, at);
    const up = at + UP_AFTER;
    for (const pod of scene.cluster.allRunning(at).filter((each) => each.node === node)) {
      const sandbox = up + 15 * SECOND + scene.random.below(9 * SECOND);
      writePodEvent(scene, pod, sandbox, 'SandboxChanged', 'Pod sandbox changed, it will be killed and re-created.');
      writePodEvent(scene, pod, sandbox + 11 * SECOND, 'Started', `Started container ${pod.container}`);
    }
  },
};

function goDown(scene: Scene, node: Node, at: number): void {
  const systemd = (before: number, text: string) => writeSyslog(scene, node, at - before, 'systemd', 1, text);
  writeSyslog(scene, node, at - 2 * MINUTE, 'unattended-upgrade', 0, 'Found /var/run/reboot-required, rebooting');
  systemd(MINUTE, 'Stopping kubelet.service - kubelet: The Kubernetes Node Agent...');
  systemd(50 * SECOND, 'Stopped kubelet.service - kubelet: The Kubernetes Node Agent.');
  const program = 'comm="systemd-update-utmp" exe="/usr/lib/systemd/systemd-update-utmp"';
  const unset = 4_294_967_295;
  writeAuditRecord(
    scene,
    node,
    at - 40 * SECOND,
    'SYSTEM_SHUTDOWN',
    `pid=9120 uid=0 auid=${unset} ses=${unset} subj=unconfined msg=' ${program} hostname=? addr=? terminal=? res=success'`,
  );
}

function comeUp(scene: Scene, node: Node, at: number): void {
  const { cluster, random } = scene;
  for (const [index, text] of BOOT.entries()) {
    const uptime = `[    ${index}.${random.between(100_000, 999_999)}]`;
    writeSyslog(scene, node, at + index * 90_000, 'kernel', 0, `${uptime} ${text}`);
  }
  const up = at + UP_AFTER;
  writeSyslog(scene, node, up, 'systemd', 1, 'Started kubelet.service - kubelet: The Kubernetes Node Agent.');
  writeContainerd(scene, node, up - 4 * SECOND, 'info', 'containerd successfully booted in 0.061823s');
  writeKubelet(scene, node, up + SECOND, 'I', 'server.go:520', '"Kubelet version" kubeletVersion="v1.32.5"');
  const before = `"Node was previously registered" node="${node.name}"`;
  writeKubelet(scene, node, up + 2 * SECOND, 'W', 'kubelet_node_status.go:95', before);
  const watched = { kind: 'Node', namespace: 'default', name: node.name };
  const status = (reason: string) => ({ reason, message: `Node ${node.name} status is now: ${reason}` });
  const rebooted = `Node ${node.name} has been rebooted, boot id: ${random.uuid()}`;
  const kubelet = { component: 'kubelet', host: node };
  writeEvent(scene, { ...watched, ...status('NodeNotReady'), at: at + 5 * SECOND, component: 'node-controller' });
  writeEvent(scene, {
    ...watched,
    ...kubelet,
    at: up + 2 * SECOND,
    reason: 'Rebooted',
    message: rebooted,
    warning: true,
  });
  writeEvent(scene, { ...watched, ...kubelet, ...status('NodeReady'), at: up + 12 * SECOND });
  const caller = controllerOf(cluster.control, 'node-controller');
  writeAudit(scene, { at: at + 5 * SECOND, caller, verb: 'patch', resource: 'nodes', name: node.name });
}

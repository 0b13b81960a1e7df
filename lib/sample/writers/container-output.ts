import type { LogFile } from '../book';
import type { Pod } from '../cluster';
import type { Scene } from '../scene';
import { isoTime, klogTime } from '../week';
import { byKubelet, folderOf } from './places';

/** Whose output is so much that the kubelet rotates it. */
const ROTATED: ReadonlySet<string> = new Set(['controller', 'coredns']);

/** Lines of a container as containerd writes them (CRI); each line of the text is a record of its own. */
export function writeOutput(
  scene: Scene,
  pod: Pod,
  at: number,
  text: string,
  stream: 'stdout' | 'stderr' = 'stdout',
): void {
  const lines = text.split('\n').map((line, index) => `${isoTime(at + index * 3, 9)} ${stream} F ${line}`);
  scene.book.write(fileOf(scene, pod, at), at, lines.join('\n'));
}

/** A line of a Go program that logs as Kubernetes does. */
export function writeKlog(
  scene: Scene,
  pod: Pod,
  at: number,
  severity: 'I' | 'W' | 'E',
  caller: string,
  text: string,
): void {
  writeOutput(scene, pod, at + 60, `${severity}${klogTime(at)}       1 ${caller}] ${text}`, 'stderr');
}

/** A container that was started again writes a file of its own. */
function fileOf(scene: Scene, pod: Pod, at: number): LogFile {
  const { reboot } = scene.cluster;
  const restart = pod.node === reboot.node && pod.from < reboot.at && at >= reboot.at ? 1 : 0;
  const place = `${pod.namespace}_${pod.name}_${pod.uid}/${pod.container}`;
  const path = `${folderOf(scene.cluster, pod.node)}/pods/${place}/${restart}.log`;
  return ROTATED.has(pod.container) ? byKubelet(path) : { path };
}

import type { Node, Pod } from '../cluster';
import type { Scene } from '../scene';
import { isoTime } from '../week';
import { writeOutput } from './container-output';

export interface FalcoAlert {
  readonly at: number;
  readonly rule: string;
  readonly priority: 'Notice' | 'Warning' | 'Error' | 'Critical';
  /** What happened, in the rule's words. */
  readonly says: string;
  readonly tags: readonly string[];
  /** Null: on the node itself. */
  readonly pod: Pod | null;
  readonly process: { readonly name: string; readonly exe: string; readonly command: string; readonly parent: string };
  readonly user: string;
  readonly connection?: string;
}

/** An alert as Falco prints it with `json_output`. */
export function writeFalco(scene: Scene, node: Node, alert: FalcoAlert): void {
  const { at, pod, process } = alert;
  const image = pod?.image.split(':') ?? [];
  const time = isoTime(at, 9);
  const fields = {
    'container.id': pod === null ? 'host' : pod.containerId.slice(0, 12),
    'container.image.repository': image[0] ?? null,
    'container.image.tag': image[1] ?? null,
    'container.name': pod === null ? 'host' : pod.container,
    'evt.time.iso8601': at * 1000,
    'evt.type': alert.connection === undefined ? 'execve' : 'connect',
    ...(alert.connection === undefined ? {} : { 'fd.name': alert.connection }),
    'k8s.ns.name': pod?.namespace ?? null,
    'k8s.pod.name': pod?.name ?? null,
    'proc.cmdline': process.command,
    'proc.exepath': process.exe,
    'proc.name': process.name,
    'proc.pname': process.parent,
    'user.name': alert.user,
    'user.uid': alert.user === 'root' ? 0 : 1000,
  };
  const details = `process=${process.name} parent=${process.parent} command=${process.command} container_id=${fields['container.id']} k8s_pod_name=${pod?.name ?? '<NA>'} k8s_ns_name=${pod?.namespace ?? '<NA>'}`;
  const output = `${time.slice(11, 29)}: ${alert.priority} ${alert.says} | user=${alert.user} ${details}`;
  const record = {
    hostname: node.name,
    output,
    output_fields: fields,
    priority: alert.priority,
    rule: alert.rule,
    source: 'syscall',
    tags: alert.tags,
    time,
  };
  writeOutput(scene, scene.cluster.podOn('falco', node), at + 4000, JSON.stringify(record));
}

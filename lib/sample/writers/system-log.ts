import type { Node } from '../cluster';
import type { Scene } from '../scene';
import { isoTime, journalTime, klogTime } from '../week';
import { byLogrotate, folderOf } from './places';

/** A line of `/var/log/syslog` or `auth.log`, with the times that rsyslog writes today. `pid` 0: none is told. */
export function writeSyslog(scene: Scene, node: Node, at: number, program: string, pid: number, text: string): void {
  write(scene, node, 'syslog', at, program, pid, text);
}

export function writeAuth(scene: Scene, node: Node, at: number, program: string, pid: number, text: string): void {
  write(scene, node, 'auth.log', at, program, pid, text);
}

function write(scene: Scene, node: Node, log: string, at: number, program: string, pid: number, text: string): void {
  const who = pid === 0 ? program : `${program}[${pid}]`;
  const time = isoTime(at, 6).replace('Z', '+00:00');
  scene.book.write(
    byLogrotate(`${folderOf(scene.cluster, node)}/var/log/${log}`),
    at,
    `${time} ${node.name} ${who}: ${text}`,
  );
}

const KUBELET_PID = 912;
const CONTAINERD_PID = 688;

/** A line of the kubelet in the journal, as `kind export logs` takes it out. */
export function writeKubelet(
  scene: Scene,
  node: Node,
  at: number,
  severity: 'I' | 'W' | 'E',
  caller: string,
  text: string,
): void {
  const path = `${folderOf(scene.cluster, node)}/kubelet.log`;
  const line = `${severity}${klogTime(at)}     ${KUBELET_PID} ${caller}] ${text}`;
  scene.book.write({ path }, at, `${journalTime(at)} ${node.name} kubelet[${KUBELET_PID}]: ${line}`);
}

/** A line of containerd in the journal; `fields` is what follows the message in logfmt. */
export function writeContainerd(
  scene: Scene,
  node: Node,
  at: number,
  level: 'info' | 'warning' | 'error',
  message: string,
  fields = '',
): void {
  const path = `${folderOf(scene.cluster, node)}/containerd.log`;
  const line = `time="${isoTime(at, 9)}" level=${level} msg=${JSON.stringify(message)}${fields === '' ? '' : ` ${fields}`}`;
  scene.book.write({ path }, at, `${journalTime(at)} ${node.name} containerd[${CONTAINERD_PID}]: ${line}`);
}

import type { Node } from '../cluster';
import type { Scene } from '../scene';
import { SECOND, WEEK_START } from '../week';
import { folderOf } from './places';

const UNSET = 4_294_967_295;

/** A program that somebody ran, as the kernel's audit saw it. */
export interface Execution {
  readonly at: number;
  /** With the program's path first. */
  readonly argv: readonly string[];
  readonly cwd: string;
  /** Who logged in; null for what no login began. */
  readonly auid: number | null;
  readonly uid: number;
  readonly parent: number;
  readonly tty?: string;
  readonly key?: string;
}

/** An execve with its arguments: three records that share a serial number. */
export function writeExecution(scene: Scene, node: Node, execution: Execution): void {
  const { at, argv, auid, uid } = execution;
  const [exe = '/bin/true'] = argv;
  const command = exe.slice(exe.lastIndexOf('/') + 1);
  const pid = execution.parent + scene.random.between(1, 900);
  const login = auid ?? UNSET;
  const names = argv.map((argument, index) => `a${index}=${value(index === 0 ? command : argument)}`);
  const session = auid === null ? UNSET : 1 + (execution.parent % 97);
  writeRecords(scene, node, at, [
    `type=SYSCALL %: arch=c000003e syscall=59 success=yes exit=0 a0=${scene.random.hex(12)} a1=${scene.random.hex(12)} a2=${scene.random.hex(12)} a3=8 items=2 ppid=${execution.parent} pid=${pid} auid=${login} uid=${uid} gid=${uid} euid=${uid} suid=${uid} fsuid=${uid} egid=${uid} sgid=${uid} fsgid=${uid} tty=${execution.tty ?? '(none)'} ses=${session} comm=${value(command.slice(0, 15))} exe=${value(exe)} subj=unconfined key="${execution.key ?? 'exec'}"`,
    `type=EXECVE %: argc=${argv.length} ${names.join(' ')}`,
    `type=CWD %: cwd="${execution.cwd}"`,
  ]);
}

/** A record of a service, a session or a login. `text` is what follows the serial number. */
export function writeAuditRecord(scene: Scene, node: Node, at: number, type: string, text: string): void {
  writeRecords(scene, node, at, [`type=${type} %: ${text}`]);
}

function writeRecords(scene: Scene, node: Node, at: number, records: readonly string[]): void {
  const milliseconds = Math.floor(at / 1000);
  const serial = 4000 + Math.floor((at - WEEK_START) / (SECOND / 50));
  const mark = `msg=audit(${Math.floor(milliseconds / 1000)}.${String(milliseconds % 1000).padStart(3, '0')}:${serial})`;
  const path = `${folderOf(scene.cluster, node)}/var/log/audit/audit.log`;
  scene.book.write({ path }, at, records.map((record) => record.replace('%', mark)).join('\n'));
}

/** In quotes, or as hexadecimal digits where a blank or a quote would break those (audit_log_untrustedstring). */
function value(text: string): string {
  if (!/[\s"]/.test(text)) return `"${text}"`;
  return [...text].map((character) => character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')).join('');
}

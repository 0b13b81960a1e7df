import { endOfDay, type LogFile } from '../book';
import type { Cluster, Node } from '../cluster';
import { isoTime } from '../week';

/** The folder of a node, laid out as `kind export logs` does, with the node's `/var/log` beside. */
export function folderOf(cluster: Cluster, node: Node): string {
  return `${cluster.names.cluster}-logs/${node.name}`;
}

/** As lumberjack names what it has rotated: `audit-2025-06-02T23-59-59.912.log`. */
export function byLumberjack(path: string): LogFile {
  return { path, rotated: (day) => path.replace(/\.log$/, `-${stamp(day).replaceAll(':', '-')}.log`) };
}

/** As logrotate does: `syslog.1` is yesterday's. */
export function byLogrotate(path: string): LogFile {
  return { path, rotated: (_day, daysAgo) => `${path}.${daysAgo}` };
}

/** As the kubelet does: `0.log.20250602-235959`. */
export function byKubelet(path: string): LogFile {
  return { path, rotated: (day) => `${path}.${stamp(day).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}` };
}

function stamp(day: number): string {
  return isoTime(endOfDay(day), 3).slice(0, -1);
}

import { isProxyName, type LogEvent } from '@/lib/events';
import type { ReadContext } from './read-context';

/** A web server's own log files on a machine: there it stands before what it serves. */
const HOST_FILE = /(?:^|[/_-])nginx[^/]*$/;
const HOST_FOLDER = /(?:^|\/)var\/log\/(?:nginx|apache2|httpd)\//;
const CONTAINER_PATH = /(?:^|\/)(?:pods|containers)\//;

/** Web servers that write through a machine's syslog or journal. */
const SERVERS: ReadonlySet<string> = new Set(['nginx', 'apache', 'apache2', 'httpd', 'haproxy', 'traefik', 'caddy']);

/**
 * Whether a record is that of an ingress controller, a mesh proxy or a machine's web server: by the file's path, by the
 * banner above it, or by the program that an envelope told.
 */
export function isProxyPlace(context: ReadContext, event: LogEvent): boolean {
  const { path, scope } = context;
  if (isOutsideContainers(context, event)) {
    if (HOST_FILE.test(path) || HOST_FOLDER.test(path)) return true;
    if (event.component !== null && event.node !== null && SERVERS.has(event.component)) return true;
  }
  return (
    isProxyName(path) ||
    isProxyName(event.container ?? '') ||
    (scope !== null && isProxyName(`${scope.namespace}/${scope.pod}/${scope.container}`))
  );
}

/** Whether nothing says that a container wrote the record. */
export function isOutsideContainers({ path, scope }: ReadContext, event: LogEvent): boolean {
  const told = event.pod ?? event.container ?? event.stream;
  return scope === null && told === null && !CONTAINER_PATH.test(path);
}

import type { LogEvent, Severity } from '@/lib/events';

const METHOD_MAX = 20;

/** How grave an answer is: the server's faults are errors, the client's warnings. */
export function severityOfStatus(status: number | null): Severity {
  if (status === null || status < 400) return 'info';
  return status < 500 ? 'warning' : 'error';
}

/**
 * Reads a request line (`GET /carts HTTP/1.1`, RFC 9112 section 3) into method, path and host, and makes the message of it
 * and the status. A request that is none, as port scanners send them, becomes the message as it is.
 */
export function readRequestLine(request: string, event: LogEvent): void {
  const status = event.status ?? '-';
  const space = request.indexOf(' ');
  const method = request.slice(0, space);
  if (space <= 0 || space > METHOD_MAX || !/^[A-Z_]+$/.test(method)) {
    event.message = `${request === '' ? '-' : request} ${status}`;
    return;
  }
  const version = request.lastIndexOf(' HTTP/');
  const target = request.slice(space + 1, version > space ? version : undefined);
  const url = /^[a-z]{2,8}:\/\/([^/?#]{1,255})(.*)$/is.exec(target.slice(0, 8192));
  if (url !== null) event.host ??= (url[1] ?? '').replace(/:\d{1,5}$/, '');
  event.method = method;
  event.path = url === null ? target : url[2] || '/';
  event.message = `${method} ${event.path} ${status}`;
}

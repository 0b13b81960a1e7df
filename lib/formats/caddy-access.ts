import type { LogEvent } from '@/lib/events';
import { parseEndpoint } from './addresses';
import { setStatus } from './assign-field';
import { parseDuration } from './durations';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { severityOfStatus } from './http-request';
import { setJsonTime } from './json-time';
import { arrayOf, cut, integerOf, numberOf, objectOf, shortTextOf } from './json-value';
import { isProxyPlace } from './proxy-place';

/** Caddy's access log, which its logger writes as objects with the request inside. */
export const caddyAccess: ObjectFormat = {
  name: 'caddy-access',
  title: 'Caddy access log',
  about:
    'Requests that Caddy handled; durations in seconds. Where the file’s path shows that it is an ingress controller, they are network traffic.',
  source: 'https://caddyserver.com/docs/logging',
  type: null,
  reads: 'object',
  read(object, event, context) {
    const { logger } = object;
    if (typeof logger !== 'string' || !logger.startsWith('http.log.')) return NOT_MINE;
    const request = objectOf(object.request);
    if (request === null || request.method === undefined) return NOT_MINE;
    if (isProxyPlace(context, event)) event.type = 'network';
    setJsonTime(event, context, object.ts);
    event.caller = cut(logger);
    event.protocol = 'http';
    event.method = shortTextOf(request.method);
    event.path = shortTextOf(request.uri);
    event.host = shortTextOf(request.host)?.replace(/:\d{1,5}$/, '') ?? null;
    setStatus(event, String(integerOf(object.status) ?? ''));
    event.bytes = integerOf(object.size);
    event.durationMs = millisecondsOf(object.duration);
    event.user = shortTextOf(object.user_id);
    readClient(request, event);
    event.userAgent = headerOf(request, 'User-Agent');
    event.setAttribute('http.protocol', shortTextOf(request.proto));
    event.setAttribute('bytes_received', integerOf(object.bytes_read));
    event.setAttribute('referer', headerOf(request, 'Referer'));
    event.setAttribute('x_forwarded_for', headerOf(request, 'X-Forwarded-For'));
    event.setAttribute('tls.server_name', shortTextOf(objectOf(request.tls)?.server_name));
    event.setAttribute('error.id', shortTextOf(object.err_id));
    const { status } = event;
    event.severity = severityOfStatus(status);
    const failure = logger.startsWith('http.log.error') ? shortTextOf(object.msg) : null;
    event.reason = failure;
    const words = [event.method, event.path, status, failure];
    event.message = words.filter((word) => word !== null).join(' ');
    return READ;
  },
  examples: [
    {
      text: '{"level":"error","ts":1714979289.25,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"10.0.1.7","remote_port":"42342","client_ip":"192.0.2.7","proto":"HTTP/2.0","method":"GET","host":"shop.example:8443","uri":"/items?id=1","headers":{"User-Agent":["curl/8.5.0"]},"tls":{"server_name":"shop.example"}},"bytes_read":0,"user_id":"","duration":0.0025,"size":10900,"status":500,"resp_headers":{"Server":["Caddy"]}}',
      event: {
        time: 1_714_979_289_250_000,
        type: null,
        severity: 'error',
        srcIp: '192.0.2.7',
        srcPort: null,
        method: 'GET',
        path: '/items?id=1',
        host: 'shop.example',
        status: 500,
        bytes: 10_900,
        durationMs: 2.5,
        userAgent: 'curl/8.5.0',
        message: 'GET /items?id=1 500',
      },
    },
    {
      text: '{"level":"info","ts":1714979289.25,"logger":"http.log.access","msg":"handled request","request":{"remote_addr":"192.0.2.7:42342","proto":"HTTP/1.1","method":"GET","host":"localhost","uri":"/"},"duration":"1.5ms","status":404}',
      event: { srcIp: '192.0.2.7', srcPort: 42342, durationMs: 1.5, severity: 'warning' },
    },
    { text: '{"level":"info","ts":1714979289.25,"logger":"http.log","msg":"server running"}', event: null },
  ],
};

/** The client that a trusted proxy names stands above the peer. */
function readClient(request: JsonObject, event: LogEvent): void {
  const peer = endpointOf(request.remote_addr) ?? endpointOf(request.remote_ip);
  const client = endpointOf(request.client_ip) ?? peer;
  event.srcIp = client?.ip ?? null;
  if (client === null || client.ip !== peer?.ip) return;
  event.srcPort = peer.port ?? integerOf(request.remote_port);
}

function endpointOf(value: Json | undefined): { ip: string; port: number | null } | null {
  return typeof value === 'string' ? parseEndpoint(cut(value)) : null;
}

/** Seconds as a number, or Go's text where the encoder was set so. */
function millisecondsOf(value: Json | undefined): number | null {
  if (typeof value === 'string') return parseDuration(value);
  const seconds = numberOf(value);
  return seconds === null || seconds < 0 ? null : Number((seconds * 1000).toFixed(6));
}

function headerOf(request: JsonObject, name: string): string | null {
  return shortTextOf(arrayOf(objectOf(request.headers)?.[name])[0]);
}

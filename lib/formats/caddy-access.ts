import type { LogEvent } from '@/lib/events';
import { parseCount, parseSmallCount } from './addresses';
import { setSource, setStatus } from './assign-field';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readRequestLine, severityOfStatus } from './http-request';
import { setJsonTime } from './json-time';
import { arrayOf, cut, integerOf, numberOf, objectOf, textOf } from './json-value';
import { plainText } from './plain-text';

/** The server's own loggers and those of its sites: `http.log.access.log0`. */
const LOGGER = /^http\.log\.(?:access|error)(?:\.|$)/;

export const caddyAccess: ObjectFormat = {
  name: 'caddy-access',
  title: 'Caddy requests',
  about: 'Caddy’s structured access log: client, request, status, bytes, and seconds. Headers stay in the original.',
  source: 'https://caddyserver.com/docs/caddyfile/directives/log',
  type: null,
  reads: 'object',
  read(object, event, context) {
    const request = objectOf(object.request);
    const logger = textOf(object.logger);
    if (request === null || logger === null || !LOGGER.test(logger)) return NOT_MINE;
    const method = textOf(request.method);
    const status = integerOf(object.status);
    if (method === null || status === null) return NOT_MINE;
    setJsonTime(event, context, object.ts);
    event.caller ??= cut(logger);
    setStatus(event, String(status));
    event.severity = severityOfStatus(event.status);
    const seconds = numberOf(object.duration);
    if (seconds !== null) event.durationMs = Number((seconds * 1000).toFixed(6));
    event.bytes = parseCount(String(integerOf(object.size)));
    event.user = textOf(object.user_id);
    readRequest(request, method, event);
    return READ;
  },
  examples: [
    {
      text: '{"level":"error","ts":1714979289.25,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"10.0.0.7","remote_port":"40100","client_ip":"192.0.2.7","proto":"HTTP/2.0","method":"GET","host":"shop.example:443","uri":"/carts?id=7","headers":{"User-Agent":["curl/8.0"]}},"bytes_read":0,"user_id":"ann","duration":0.0125,"size":15,"status":502,"resp_headers":{}}',
      event: {
        time: 1_714_979_289_250_000,
        severity: 'error',
        srcIp: '192.0.2.7',
        user: 'ann',
        method: 'GET',
        host: 'shop.example',
        path: '/carts?id=7',
        userAgent: 'curl/8.0',
        status: 502,
        bytes: 15,
        durationMs: 12.5,
        message: 'GET /carts?id=7 502',
      },
    },
    { text: '{"level":"info","ts":1714979289.25,"logger":"http.log","msg":"server running"}', event: null },
    { text: '{"logger":"http.log.access","request":{"method":7},"status":200}', event: null },
  ],
};

function readRequest(request: JsonObject, method: string, event: LogEvent): void {
  event.protocol = 'http';
  const remote = textOf(request.remote_ip) ?? '';
  const client = textOf(request.client_ip) ?? remote;
  setSource(event, client);
  if (client === remote) event.srcPort ??= parseSmallCount(String(integerOf(request.remote_port)));
  else event.setAttribute('proxy', cut(remote));
  event.host = cut(plainText(textOf(request.host) ?? '')).replace(/:\d{1,5}$/, '') || null;
  const agent = arrayOf(objectOf(request.headers)?.['User-Agent'])[0];
  event.userAgent = textOf(agent) === null ? null : plainText(String(agent));
  event.setAttribute('proto', cut(textOf(request.proto) ?? ''));
  readRequestLine(`${method} ${plainText(textOf(request.uri) ?? '-')}`, event);
}

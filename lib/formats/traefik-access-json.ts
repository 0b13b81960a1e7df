import type { LogEvent } from '@/lib/events';
import { parseEndpoint } from './addresses';
import { setStatus } from './assign-field';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { severityOfStatus } from './http-request';
import { setJsonTime } from './json-time';
import { cut, integerOf, numberOf, objectOf, shortTextOf } from './json-value';

const TEXTS = [
  'RouterName',
  'ServiceName',
  'entryPointName',
  'TLSVersion',
  'RequestProtocol',
  'RequestScheme',
] as const;

/** Traefik's access log as objects. */
export const traefikAccessJson: ObjectFormat = {
  name: 'traefik-access-json',
  title: 'Traefik access log as JSON',
  about: 'Requests through Traefik: client, router, service and server, with times in nanoseconds.',
  source: 'https://doc.traefik.io/traefik/observability/access-logs/',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    if (object.RequestMethod === undefined || object.DownstreamStatus === undefined) return NOT_MINE;
    event.type = 'network';
    const times = [object.StartUTC, object.StartLocal, object.time];
    times.some((time) => setJsonTime(event, context, time));
    event.protocol = 'http';
    event.method = shortTextOf(object.RequestMethod);
    event.path = shortTextOf(object.RequestPath);
    event.host = (shortTextOf(object.RequestHost) ?? shortTextOf(object.RequestAddr))?.replace(/:\d{1,5}$/, '') ?? null;
    setStatus(event, String(integerOf(object.DownstreamStatus) ?? ''));
    event.bytes = integerOf(object.DownstreamContentSize);
    const nanoseconds = numberOf(object.Duration);
    if (nanoseconds !== null && nanoseconds >= 0) event.durationMs = nanoseconds / 1e6;
    const user = shortTextOf(object.ClientUsername);
    event.user = user === '-' ? null : user;
    event.userAgent = shortTextOf(object['request_User-Agent']) ?? shortTextOf(object['request_user-agent']);
    readParties(object, event);
    for (const name of TEXTS) event.setAttribute(name, shortTextOf(object[name]));
    event.setAttribute('OriginStatus', integerOf(object.OriginStatus));
    event.setAttribute('RetryAttempts', integerOf(object.RetryAttempts) || null);
    const { status } = event;
    event.severity = severityOfStatus(status);
    event.message = `${event.method ?? '?'} ${event.path ?? '?'} ${status ?? ''}`.trimEnd();
    return READ;
  },
  examples: [
    {
      text: '{"ClientAddr":"192.0.2.7:52034","ClientHost":"192.0.2.7","ClientPort":"52034","ClientUsername":"-","DownstreamContentSize":19,"DownstreamStatus":502,"Duration":2500000,"OriginStatus":502,"RequestAddr":"shop.example:8443","RequestHost":"shop.example","RequestMethod":"GET","RequestPath":"/items","RequestProtocol":"HTTP/2.0","RouterName":"shop@kubernetes","ServiceAddr":"10.0.2.9:8080","ServiceName":"shop-80","StartUTC":"2024-05-06T07:08:09.25Z","level":"info","msg":"","request_User-Agent":"curl","time":"2024-05-06T07:08:10Z"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000,
        type: 'network',
        severity: 'error',
        srcIp: '192.0.2.7',
        srcPort: 52034,
        dstIp: '10.0.2.9',
        dstPort: 8080,
        method: 'GET',
        path: '/items',
        host: 'shop.example',
        status: 502,
        bytes: 19,
        durationMs: 2.5,
        userAgent: 'curl',
        user: null,
        message: 'GET /items 502',
      },
    },
    { text: '{"RequestMethod":"GET","level":"info","msg":"no access record"}', event: null },
  ],
};

function readParties(object: JsonObject, event: LogEvent): void {
  const client = endpointOf(object.ClientAddr) ?? endpointOf(object.ClientHost);
  event.srcIp = client?.ip ?? null;
  event.srcPort = client?.port ?? null;
  const server = endpointOf(object.ServiceAddr) ?? endpointOf(hostOf(object.ServiceURL));
  event.dstIp = server?.ip ?? null;
  event.dstPort = server?.port ?? null;
}

function endpointOf(value: Json | undefined): { ip: string; port: number | null } | null {
  return typeof value === 'string' ? parseEndpoint(cut(value)) : null;
}

/** A URL as a text, or as the object that old versions wrote. */
function hostOf(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return objectOf(value)?.Host;
  return /^[a-z0-9]{2,6}:\/\/([^/]{1,300})/.exec(value)?.[1];
}

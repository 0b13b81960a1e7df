import type { LogEvent } from '@/lib/events';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime } from './json-time';
import { fillFromProxy } from './proxy-request';

/** Envoy's access log with Istio's, Contour's or Envoy Gateway's names for its fields. */
export const envoyAccessJson: ObjectFormat = {
  name: 'envoy-access-json',
  title: 'Envoy access log as JSON',
  about: 'Requests and connections through Envoy as objects, as Istio, Contour and Envoy Gateway write them.',
  source: 'https://istio.io/latest/docs/tasks/observability/logs/access-log/',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    if (object.response_flags === undefined || object.response_code === undefined) return NOT_MINE;
    if (object.bytes_received === undefined && object.upstream_host === undefined) return NOT_MINE;
    fill(object, event);
    if (!setJsonTime(event, context, object.start_time)) setJsonTime(event, context, object['@timestamp']);
    return READ;
  },
  examples: [
    {
      text: '{"start_time":"2024-05-06T07:08:09.250Z","method":"GET","path":"/items","protocol":"HTTP/1.1","response_code":404,"response_flags":"-","response_code_details":"via_upstream","connection_termination_details":null,"bytes_received":0,"bytes_sent":30,"duration":2,"upstream_service_time":"1","x_forwarded_for":null,"user_agent":"curl/8.5.0","request_id":"0a1b2c3d","authority":"items:9080","upstream_host":"10.0.2.9:9080","upstream_cluster":"inbound|9080||","upstream_local_address":"127.0.0.6:40102","downstream_local_address":"10.0.2.9:9080","downstream_remote_address":"10.0.1.7:40101","requested_server_name":"outbound_.9080_._.items.shop.svc.cluster.local","route_name":"default"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000,
        type: 'network',
        severity: 'warning',
        status: 404,
        method: 'GET',
        path: '/items',
        srcIp: '10.0.1.7',
        srcPort: 40101,
        dstIp: '10.0.2.9',
        dstPort: 9080,
        dstNamespace: 'shop',
        direction: 'ingress',
        durationMs: 2,
        reason: null,
        message: 'GET /items 404',
      },
    },
    {
      text: '{"start_time":"2024-05-06T07:08:09Z","method":"GET","x-envoy-origin-path":"/","protocol":"HTTP/2","response_code":"200","response_flags":"-","bytes_received":"0","bytes_sent":"5","duration":"1","x-forwarded-for":"192.0.2.7, 10.0.0.1","user-agent":"curl",":authority":"shop.example","upstream_host":"10.0.2.9:80","downstream_remote_address":null}',
      event: { status: 200, path: '/', srcIp: '192.0.2.7', host: 'shop.example', bytes: 5 },
    },
    { text: '{"response_code":200,"response_flags":["a"],"msg":"done"}', event: null },
    { text: '{"start_time":"2024-05-06T07:08:09Z","method":"GET"}', event: null },
  ],
};

function fill(object: JsonObject, event: LogEvent): void {
  const value = (...names: readonly string[]) => said(names.map((name) => object[name]).find(isScalar));
  fillFromProxy(
    {
      method: value('method', ':method'),
      path: value('path', 'x-envoy-origin-path', 'x-envoy-original-path', ':path'),
      protocol: value('protocol'),
      status: value('response_code'),
      flags: value('response_flags'),
      details: value('response_code_details'),
      termination: value('connection_termination_details'),
      transportFailure: value('upstream_transport_failure_reason'),
      bytesReceived: value('bytes_received'),
      bytesSent: value('bytes_sent'),
      durationMs: value('duration'),
      upstreamMs: value('upstream_service_time', 'x-envoy-upstream-service-time'),
      forwardedFor: value('x_forwarded_for', 'x-forwarded-for'),
      userAgent: value('user_agent', 'user-agent'),
      requestId: value('request_id', 'x-request-id'),
      authority: value('authority', ':authority'),
      upstreamHost: value('upstream_host'),
      upstreamCluster: value('upstream_cluster'),
      downstreamLocal: value('downstream_local_address'),
      downstreamRemote: value('downstream_remote_address'),
      serverName: value('requested_server_name'),
      routeName: value('route_name'),
    },
    event,
  );
}

function isScalar(value: Json | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Null and a dash both mean that there is nothing to say. */
function said(value: string | number | undefined): string | null {
  return value === undefined || value === '-' || value === '' ? null : String(value);
}

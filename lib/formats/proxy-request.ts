import type { LogEvent, Severity } from '@/lib/events';
import { parseCount, parseEndpoint } from './addresses';
import { setStatus } from './assign-field';
import { flowSentence } from './flow-sentence';
import { cut } from './json-value';

/** What a mesh proxy or an ingress controller tells of a request or a connection; null and absent: it does not say. */
export interface ProxyRequest {
  readonly method: string | null;
  readonly path: string | null;
  /** `HTTP/1.1`, or null for a connection without HTTP. */
  readonly protocol: string | null;
  readonly status: string | null;
  readonly flags: string | null;
  readonly details: string | null;
  readonly termination: string | null;
  readonly transportFailure: string | null;
  readonly bytesReceived: string | null;
  readonly bytesSent: string | null;
  readonly durationMs: string | null;
  readonly upstreamMs: string | null;
  readonly forwardedFor: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  readonly authority: string | null;
  readonly upstreamHost: string | null;
  readonly upstreamCluster: string | null;
  readonly downstreamLocal: string | null;
  readonly downstreamRemote: string | null;
  readonly serverName: string | null;
  readonly routeName: string | null;
}

/** Fills an event from Envoy's words for a request (envoyproxy.io, access logging, command operators). */
export function fillFromProxy(request: ProxyRequest, event: LogEvent): void {
  const isHttp = request.method !== null;
  event.type = 'network';
  event.protocol = isHttp ? 'http' : 'tcp';
  event.method = request.method;
  event.path = request.path;
  setStatus(event, request.status ?? '');
  event.reason = request.flags;
  event.host = withoutPort(request.authority ?? request.serverName);
  event.userAgent = request.userAgent;
  event.durationMs = milliseconds(request.durationMs);
  readBytes(request, isHttp, event);
  readParties(request, event);
  readCluster(request, event);
  event.setAttribute('http.protocol', request.protocol);
  event.setAttribute('upstream_service_time_ms', milliseconds(request.upstreamMs));
  setTexts(event, [
    ['response_code_details', request.details],
    ['connection_termination_details', request.termination],
    ['upstream_transport_failure_reason', request.transportFailure],
    ['x_forwarded_for', request.forwardedFor],
    ['request_id', request.requestId],
    ['requested_server_name', request.serverName],
    ['route_name', request.routeName],
  ]);
  event.severity = severityOf(event);
  event.message = sentence(event);
}

function setTexts(event: LogEvent, texts: readonly (readonly [string, string | null])[]): void {
  for (const [name, value] of texts) if (value !== null) event.setAttribute(name, cut(value));
}

/** A response is what was sent; of a connection both ways count. */
function readBytes(request: ProxyRequest, isHttp: boolean, event: LogEvent): void {
  const sent = parseCount(request.bytesSent ?? '');
  const received = parseCount(request.bytesReceived ?? '');
  event.bytes = isHttp || sent === null ? sent : sent + (received ?? 0);
  event.setAttribute('bytes_received', received);
  if (!isHttp) event.setAttribute('bytes_sent', sent);
}

function readParties(request: ProxyRequest, event: LogEvent): void {
  const client = endpointOf(request.downstreamRemote) ?? endpointOf(request.forwardedFor?.split(',', 1)[0]?.trim());
  event.srcIp = client?.ip ?? null;
  event.srcPort = client?.port ?? null;
  const server = endpointOf(request.upstreamHost) ?? endpointOf(request.downstreamLocal);
  event.dstIp = server?.ip ?? null;
  event.dstPort = server?.port ?? null;
}

/** An address, also behind the name of an internal listener: `envoy://connect_originate/10.0.0.7:8080`. */
function endpointOf(text: string | null | undefined): { ip: string; port: number | null } | null {
  if (text === null || text === undefined || text.length > 200) return null;
  return parseEndpoint(text.slice(text.lastIndexOf('/') + 1));
}

/** `direction|port|subset|host` of Istio; the service that was asked for is in it, or in the name of the TLS server. */
function readCluster({ upstreamCluster, serverName }: ProxyRequest, event: LogEvent): void {
  event.setAttribute('upstream_cluster', upstreamCluster === null ? null : cut(upstreamCluster));
  const parts = upstreamCluster?.split('|', 5) ?? [];
  if (parts[0] === 'inbound') event.direction = 'ingress';
  else if (parts[0] === 'outbound') event.direction = 'egress';
  const service = /(?:^|_\.)([a-z0-9-]{1,63})\.([a-z0-9-]{1,63})\.svc\b/;
  const match = service.exec(parts[3]?.slice(0, 300) ?? '') ?? service.exec(serverName?.slice(0, 300) ?? '');
  if (match === null) return;
  event.dstNamespace = match[2] ?? null;
  event.setAttribute('destination.service', match[1]);
}

function withoutPort(authority: string | null): string | null {
  return authority === null ? null : cut(authority).replace(/:\d{1,5}$/, '');
}

function milliseconds(text: string | null): number | null {
  if (text === null || !/^\d{1,15}(?:\.\d{1,9})?$/.test(text)) return null;
  return Number(text);
}

/** By the status; a connection that the proxy itself marks as failed has none. */
function severityOf(event: LogEvent): Severity {
  if (event.status === null) return event.reason === null ? 'info' : 'warning';
  if (event.status >= 500) return 'error';
  return event.status >= 400 ? 'warning' : 'info';
}

function sentence(event: LogEvent): string {
  const reason = event.reason === null ? '' : ` ${event.reason}`;
  if (event.method === null) return flowSentence(event) + reason;
  return `${event.method} ${cut(event.path ?? '?')}${event.status === null ? '' : ` ${event.status}`}${reason}`;
}

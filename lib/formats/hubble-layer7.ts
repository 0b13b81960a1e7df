import type { LogEvent } from '@/lib/events';
import type { JsonObject } from './format';
import { arrayOf, cut, integerOf, joinedTexts, numberOf, objectOf, textOf } from './json-value';

/** Fills in what Cilium's proxy saw inside a flow; answers it in words, or null when the flow has no layer 7. */
export function readHubbleLayer7(flow: JsonObject, event: LogEvent): string | null {
  const layer7 = objectOf(flow.l7);
  if (layer7 === null) return null;
  const nanoseconds = numberOf(layer7.latency_ns);
  if (nanoseconds !== null && nanoseconds > 0) event.durationMs = nanoseconds / 1e6;
  const kind = textOf(layer7.type)?.toLowerCase() ?? 'message';
  event.setAttribute('l7.type', kind);
  const dns = objectOf(layer7.dns);
  if (dns !== null) return readDns(dns, kind, event);
  const http = objectOf(layer7.http);
  if (http !== null) return readHttp(http, event);
  const kafka = objectOf(layer7.kafka);
  return kafka === null ? null : readKafka(kafka, event);
}

/** DNS response codes by number (RFC 1035, section 4.1.1), which the flow gives as a number. */
const CODES = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'] as const;

function readDns(dns: JsonObject, kind: string, event: LogEvent): string {
  event.protocol = 'dns';
  const query = textOf(dns.query);
  event.host = query?.endsWith('.') ? query.slice(0, -1) : query;
  const types = joinedTexts(dns.qtypes);
  const code = integerOf(dns.rcode) ?? 0;
  const outcome = kind === 'response' ? (CODES[code] ?? `rcode ${code}`) : null;
  event.setAttribute('dns.qtypes', types);
  event.setAttribute('dns.rcode', outcome);
  event.setAttribute('dns.ips', joinedTexts(dns.ips));
  return ['DNS', kind, event.host, types, outcome].filter((part) => part !== null).join(' ');
}

function readHttp(http: JsonObject, event: LogEvent): string {
  event.protocol = 'http';
  event.method = textOf(http.method);
  const code = integerOf(http.code);
  event.status = code === 0 ? null : code;
  const url = textOf(http.url);
  if (url !== null) readUrl(url, event);
  event.setAttribute('http.protocol', textOf(http.protocol));
  event.userAgent = headerOf(http, 'user-agent');
  if (event.status !== null && event.status >= 500 && event.severity === 'info') event.severity = 'error';
  return ['HTTP', event.method, url === null ? null : cut(url), event.status].filter((part) => part !== null).join(' ');
}

/** Host and path of a URL that may be absolute or a path alone. */
function readUrl(url: string, event: LogEvent): void {
  const scheme = url.indexOf('://');
  if (scheme < 0 || scheme > 8) {
    event.path = url;
    return;
  }
  const from = scheme + 3;
  const slash = url.indexOf('/', from);
  const authority = url.slice(from, slash < 0 ? url.length : slash);
  event.host = authority.replace(/:\d{1,5}$/, '');
  event.path = slash < 0 ? '/' : url.slice(slash);
}

function headerOf(http: JsonObject, name: string): string | null {
  for (const element of arrayOf(http.headers)) {
    const header = objectOf(element);
    if (textOf(header?.key)?.toLowerCase() === name) return textOf(header?.value);
  }
  return null;
}

function readKafka(kafka: JsonObject, event: LogEvent): string {
  event.protocol = 'kafka';
  const topic = textOf(kafka.topic);
  event.setAttribute('kafka.topic', topic);
  event.setAttribute('kafka.api_key', textOf(kafka.api_key));
  return ['Kafka', textOf(kafka.api_key), topic].filter((part) => part !== null).join(' ');
}

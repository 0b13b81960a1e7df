import type { LogEvent } from '@/lib/events';
import { parseCount, parseEndpoint } from './addresses';
import { cut } from './json-value';

const TAIL_MAX = 4000;
const LISTS_MAX = 100;

/** ingress-nginx behind the agent: request length and seconds, the upstream’s name, in newer versions the alternative one’s. */
const INGRESS = /^ (\d{1,12}) (\d{1,9}(?:\.\d{1,6})?) \[([^\]]{0,300})\](?: \[([^\]]{0,300})\])?(?: |$)/;
/** Traefik behind the agent: a count of requests, router, server, milliseconds. */
const TRAEFIK = /^ (\d{1,15}|-) "([^"]{0,400})" "([^"]{0,800})" (\d{1,12})ms$/;

/**
 * Reads what an ingress controller writes behind a combined log line; such a line is about traffic of the cluster. False when
 * it is none of an ingress controller.
 */
export function readUpstream(tail: string, event: LogEvent): boolean {
  if (tail.length < 6 || tail.length > TAIL_MAX) return false;
  const text = tail.trimEnd();
  const ingress = INGRESS.exec(text);
  const traefik = ingress === null ? TRAEFIK.exec(text) : null;
  if (ingress !== null) readIngress(ingress, text.slice(ingress[0].length), event);
  if (traefik !== null) readTraefik(traefik, event);
  return (ingress ?? traefik) !== null;
}

/**
 * Four lists and a request id: addresses, response lengths, seconds and statuses, one element for each server that was tried
 * (kubernetes.github.io/ingress-nginx, log format; nginx.org, ngx_http_upstream_module, variables).
 */
function readIngress(head: RegExpExecArray, tail: string, event: LogEvent): void {
  const [, length = '', seconds = '', name, alternative] = head;
  event.type = 'network';
  event.durationMs = Number((Number(seconds) * 1000).toFixed(3));
  event.setAttribute('request_length', parseCount(length));
  event.setAttribute('upstream', name === '-' ? null : name);
  event.setAttribute('upstream_alternative', alternative);
  const [addresses = [], , times = [], statuses = [], id = []] = listsOf(tail);
  const upstream = parseEndpoint(addresses.at(-1) ?? '');
  event.dstIp = upstream?.ip ?? null;
  event.dstPort = upstream?.port ?? null;
  event.setAttribute('upstream_status', parseCount(statuses.at(-1) ?? ''));
  event.setAttribute('upstream_response_time_ms', totalMs(times));
  event.setAttribute('request_id', id.length === 1 && id[0] !== '-' ? cut(id[0] ?? '') : null);
  if (addresses.length < 2) return;
  event.setAttribute('upstream_tries', addresses.length);
  event.setAttribute('upstream_addresses', cut(addresses.join(', ')));
  event.setAttribute('upstream_statuses', cut(statuses.join(', ')));
}

/** Words that a comma or, after an internal redirect, a colon joins to the next one are one list. */
function listsOf(tail: string): string[][] {
  const lists: string[][] = [];
  let joined = false;
  for (const word of tail.split(' ', LISTS_MAX)) {
    if (word === '') continue;
    if (word === ':') {
      joined = true;
      continue;
    }
    const element = word.endsWith(',') ? word.slice(0, -1) : word;
    const last = lists.at(-1);
    if (joined && last !== undefined) last.push(element);
    else lists.push([element]);
    joined = element !== word;
  }
  return lists;
}

/** What all tries took together; null when none was made. */
function totalMs(seconds: readonly string[]): number | null {
  let total = 0;
  let tries = 0;
  for (const text of seconds) {
    if (!/^\d{1,9}\.\d{1,6}$/.test(text)) continue;
    total += Number(text) * 1000;
    tries += 1;
  }
  return tries === 0 ? null : Number(total.toFixed(3));
}

/** doc.traefik.io, access logs, CLF. */
function readTraefik(match: RegExpExecArray, event: LogEvent): void {
  const [, count = '', router = '', server = '', took = ''] = match;
  event.type = 'network';
  event.durationMs = parseCount(took);
  event.setAttribute('request_count', parseCount(count));
  event.setAttribute('router', router === '-' ? null : router);
  const [, authority = ''] = /^[a-z0-9]{2,6}:\/\/([^/]{1,300})/.exec(server) ?? [];
  const upstream = parseEndpoint(authority);
  event.dstIp = upstream?.ip ?? null;
  event.dstPort = upstream?.port ?? null;
  event.setAttribute('upstream', server === '-' ? null : server);
}

import type { LogEvent } from '@/lib/events';
import { parseCount, parseEndpoint } from './addresses';
import { parseDuration } from './durations';
import { cut } from './json-value';
import { endOfQuoted, unquote } from './key-values';
import { plainText } from './plain-text';

/** nginx-ingress behind the agent: request length and seconds, upstream's name, its addresses and what they answered. */
const INGRESS =
  /^ (\d{1,12}) ([\d.]{1,16}) \[([^\]]{0,300})\] (?:\[([^\]]{0,300})\] )?(\S{1,100}(?:, \S{1,100}){0,20})? ?(.{0,400})$/;
/** Traefik: how many requests there were, the router, the server, milliseconds. */
const TRAEFIK = /^ (?:\d{1,15}|-) "([^"]{0,300})" "([^"]{0,300})" (\d{1,12})ms$/;
/** nginx writes seconds with three decimals, also under a name; others write a unit. */
const SECONDS = /^ (?:"?(?:rt|request_time)[=:]"?)?(\d{1,9}\.\d{3,6})"?(?=[ /]|$)/;
const WITH_UNIT = /^ (\d{1,12}(?:\.\d{1,9})?(?:ns|us|µs|ms|s))(?= |$)/;
/** Apache's %D is microseconds, its %T seconds, Tomcat's %D and Jetty's latency milliseconds: the number does not say. */
const NUMBER = /^ (\d{1,12})(?= |$)/;
const LOOK_MAX = 2000;

/** Reads what stands at `at`, behind status and bytes: referer and agent, response time, forwarded addresses, upstream. */
export function readAccessTail(text: string, at: number, event: LogEvent): void {
  const start = at + readTime(text.slice(at, at + 40), event);
  if (!text.startsWith(' "', start)) return;
  const refererEnd = endOfQuoted(text, start + 1);
  const referer = unquote(text, start + 1, refererEnd);
  if (referer !== '-') event.setAttribute('referer', cut(plainText(referer)));
  if (!text.startsWith(' "', refererEnd)) return;
  const agentEnd = endOfQuoted(text, refererEnd + 1);
  const agent = unquote(text, refererEnd + 1, agentEnd);
  if (agent !== '-' && agent !== '') event.userAgent = plainText(agent);
  const tail = text.slice(agentEnd, agentEnd + LOOK_MAX);
  if (tail === '' || readIngress(tail, event) || readTraefik(tail, event)) return;
  const rest = readForwarded(tail, event);
  readForwarded(rest.slice(readTime(rest, event)), event);
}

/** Reads a response time at the start; answers its length. */
function readTime(text: string, event: LogEvent): number {
  const seconds = SECONDS.exec(text);
  const unit = seconds === null ? WITH_UNIT.exec(text) : null;
  const number = (seconds ?? unit) === null ? NUMBER.exec(text) : null;
  if (seconds !== null) event.durationMs ??= Number((Number(seconds[1]) * 1000).toFixed(3));
  else if (unit !== null) event.durationMs ??= parseDuration(unit[1] ?? '');
  else if (number !== null) event.setAttribute('response_time', parseCount(number[1] ?? ''));
  return (seconds ?? unit ?? number)?.[0].length ?? 0;
}

/** `"192.0.2.7, 10.0.0.9"`; answers what follows it. */
function readForwarded(text: string, event: LogEvent): string {
  const forwarded = /^ "([^"]{0,500})"/.exec(text);
  if (forwarded === null) return text;
  const first = (forwarded[1] ?? '').split(',')[0] ?? '';
  if (parseEndpoint(first) !== null) event.setAttribute('x_forwarded_for', forwarded[1]);
  return text.slice(forwarded[0].length);
}

function readIngress(tail: string, event: LogEvent): boolean {
  const ingress = INGRESS.exec(tail);
  if (ingress === null) return false;
  event.type = 'network';
  event.durationMs = Number((Number(ingress[2]) * 1000).toFixed(3));
  event.setAttribute('request_length', parseCount(ingress[1] ?? ''));
  event.setAttribute('upstream', ingress[3]);
  const upstream = parseEndpoint(ingress[5]?.split(', ').at(-1) ?? '');
  event.dstIp = upstream?.ip ?? null;
  event.dstPort = upstream?.port ?? null;
  return true;
}

function readTraefik(tail: string, event: LogEvent): boolean {
  const traefik = TRAEFIK.exec(tail);
  if (traefik === null) return false;
  event.type = 'network';
  event.durationMs = Number(traefik[3]);
  event.setAttribute('router', traefik[1]);
  event.setAttribute('upstream', traefik[2]);
  const upstream = parseEndpoint((traefik[2] ?? '').replace(/^https?:\/\//, ''));
  event.dstIp = upstream?.ip ?? null;
  event.dstPort = upstream?.port ?? null;
  return true;
}

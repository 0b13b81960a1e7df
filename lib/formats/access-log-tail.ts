import type { LogEvent } from '@/lib/events';
import { readUpstream } from './access-log-upstream';
import { parseCount, parseEndpoint } from './addresses';
import { parseDuration } from './durations';
import { cut } from './json-value';
import { endOfQuoted, unquote } from './key-values';
import { plainText } from './plain-text';

/** nginx writes seconds with three decimals, also under a name; others write a unit. */
const SECONDS = /^ (?:"?(?:rt|request_time)[=:]"?)?(\d{1,9}\.\d{3,6})"?(?=[ /]|$)/;
const WITH_UNIT = /^ (\d{1,12}(?:\.\d{1,9})?(?:ns|us|µs|ms|s))(?= |$)/;
/** Apache's %D is microseconds, its %T seconds, Tomcat's %D and Jetty's latency milliseconds: the number does not say. */
const NUMBER = /^ (\d{1,12})(?= |$)/;
/** More than any ingress controller writes behind the agent. */
const LOOK_MAX = 4001;
const QUOTE = 34;

/**
 * Reads what stands at `at`, behind status and bytes: referer and agent, response time, forwarded addresses, upstream. Traefik
 * leaves the quotes away where it has nothing to say.
 */
export function readAccessTail(text: string, at: number, event: LogEvent): void {
  const start = at + readTime(text.slice(at, at + 40), event);
  const refererEnd = endOfText(text, start);
  if (refererEnd === start) return;
  const referer = textAt(text, start, refererEnd);
  if (referer !== null) event.setAttribute('referer', cut(referer));
  const agentEnd = endOfText(text, refererEnd);
  if (agentEnd === refererEnd) return;
  event.userAgent = textAt(text, refererEnd, agentEnd) ?? event.userAgent;
  const tail = text.slice(agentEnd, agentEnd + LOOK_MAX);
  if (tail === '' || readUpstream(tail, event)) return;
  const rest = readForwarded(tail, event);
  readForwarded(rest.slice(readTime(rest, event)), event);
}

/** The quoted text behind the space at `at`; null for `-` and where there is nothing in the quotes. */
function textAt(text: string, at: number, end: number): string | null {
  if (text.charCodeAt(at + 1) !== QUOTE) return null;
  const value = plainText(unquote(text, at + 1, end));
  return value === '' || value === '-' ? null : value;
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

/** The place after ` "…"` or ` -`; `at` itself when neither stands there. */
function endOfText(text: string, at: number): number {
  if (text.startsWith(' "', at)) return endOfQuoted(text, at + 1);
  return text.startsWith(' - ', at) ? at + 2 : at;
}

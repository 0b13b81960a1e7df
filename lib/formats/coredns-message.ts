import { isNameServerName, type LogEvent } from '@/lib/events';
import { parseEndpoint } from './addresses';
import { dnsCodeName } from './dns-codes';
import { cut } from './json-value';
import type { ReadContext } from './read-context';

const NAME = 'coredns';
const PLUGIN = /^plugin\/[a-z0-9_-]{1,40}: /;
const LONGEST_NOTICE = 300;
const ERRORS = 'plugin/errors: ';
/** `{rcode} {name} {type}: {error}` (coredns.io/plugins/errors). */
const FAILURE = /^(\d{1,5}) (\S{1,255}) ([A-Z0-9]{1,12}): /;
/** `read udp 10.0.0.5:48931->192.0.2.53:53: …`, `dial tcp 192.0.2.53:53: …` (Go, net.OpError). */
const CONNECTION = /\b(?:read|write|dial) (?:udp|tcp)[46]? (?:\S{1,60}->)?(\S{3,60}): /;
const VERSION = /^CoreDNS-\d[\w.+-]{0,40}$/;
/** A server's zone and port as it begins to listen: `.:53`, `cluster.example.:5353`. */
const LISTENS = /^(?:(?:dns|tls|https|quic|grpc):\/\/)?[\w.*-]{0,200}\.:\d{1,5}(?: on [\d.:a-fA-F[\]]{2,45})?$/;
const PLATFORM = /^[a-z0-9]{2,12}\/[a-z0-9]{2,12}, go1[\w. -]{1,40}, ?\w{0,40}$/;
/** What Go programs say about their processors before anything else. */
const PROCESSORS = 'maxprocs: ';
const OPENINGS = ['CoreDNS-', '.:', ', go1', PROCESSORS] as const;

/**
 * Reads what is no query, from `start` behind the level: a plugin's words by themselves; other notices only where the file
 * has shown whose they are, since any program might have written them.
 */
export function readCorednsMessage(text: string, start: number, event: LogEvent, context: ReadContext): boolean {
  if (!isOurs(text, start, context)) return false;
  event.message = text.slice(start);
  event.component ??= 'coredns';
  if (text.startsWith(ERRORS, start)) readFailure(text.slice(start + ERRORS.length), event);
  return true;
}

function isOurs(text: string, start: number, context: ReadContext): boolean {
  // Without a level few lines have anything of what opens a log; this is asked about every line of other programs.
  if (start === 0 && !OPENINGS.some((opening) => text.includes(opening))) return false;
  const content = text.slice(start, start + LONGEST_NOTICE);
  if (VERSION.test(content)) {
    context.headers.set(NAME, [context.scope?.pod ?? '']);
    return true;
  }
  if (start > 0) return PLUGIN.test(content) || isKnown(context);
  const shared = PLATFORM.test(content) || content.startsWith(PROCESSORS);
  return LISTENS.test(content) || (shared && isKnown(context));
}

/** Whether the file's path, the banner above, or the version that an earlier line told says that CoreDNS writes here. */
function isKnown({ path, scope, headers }: ReadContext): boolean {
  const pod = scope?.pod ?? '';
  return headers.get(NAME)?.[0] === pod || isNameServerName(scope === null ? path : pod);
}

function readFailure(text: string, event: LogEvent): void {
  const match = FAILURE.exec(text);
  if (match === null) return;
  const [opening, number = '', name = '', type = ''] = match;
  const error = text.slice(opening.length);
  const code = dnsCodeName(Number(number));
  event.host = name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
  event.protocol = 'dns';
  event.verdict = code.toLowerCase();
  event.reason = cut(error);
  event.setAttribute('query_type', type);
  const server = parseEndpoint(CONNECTION.exec(error.slice(0, 300))?.[1] ?? '');
  event.dstIp = server?.ip ?? null;
  event.dstPort = server?.port ?? null;
  event.message = `${type} ${event.host} → ${code}: ${error}`;
}

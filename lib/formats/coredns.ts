import type { LogEvent } from '@/lib/events';
import { parseCount, parseEndpoint } from './addresses';
import { parseDuration } from './durations';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { endOfQuoted } from './key-values';

const LINE_MAX = 2048;
const INFO = '[INFO] ';

/** `{type} {class} {name} {proto} {size} {do} {bufsize}`, and behind the quotes `{rcode} {rflags} {rsize} {duration}`. */
const QUESTION =
  /^(\S{1,20}) (?:IN|CH|HS|NONE|ANY|\d{1,5}) (\S{0,255}) (udp|tcp|tls|https|quic|grpc) (\d{1,6}) (?:true|false) \d{1,6}$/;
const ANSWER = /^ ([A-Z0-9_-]{1,20}) (\S{1,60}) (\d{1,8}) ([\d.]{1,24}(?:[a-zµ]{1,2})?)(?: "\w{0,20}")?$/;

export const coredns: TextFormat = {
  name: 'coredns',
  title: 'CoreDNS queries',
  about: 'The log plugin of CoreDNS: who asked for which name, and what came back. The time comes from around it.',
  source: 'coredns.io/plugins/log (common and combined format)',
  type: 'network',
  reads: 'text',
  read,
  examples: [
    {
      text: '[INFO] 10.244.0.7:57839 - 36917 "A IN api.shop.example. udp 47 false 1472" NOERROR qr,rd,ra 217 0.008561204s',
      event: {
        type: 'network',
        severity: 'info',
        srcIp: '10.244.0.7',
        srcPort: 57839,
        host: 'api.shop.example',
        protocol: 'dns',
        verdict: 'noerror',
        bytes: 217,
        durationMs: 8.561204,
        message: 'A api.shop.example → NOERROR',
        attributes: { query_type: 'A', transport: 'udp', response_flags: 'qr,rd,ra' },
      },
    },
    {
      text: '[::1]:38088 - 6 "TYPE65 IN Shop. tcp 17 true 4096" SERVFAIL - 0 12.5ms',
      event: { srcIp: '::1', host: 'Shop', verdict: 'servfail', durationMs: 12.5, message: 'TYPE65 Shop → SERVFAIL' },
    },
    { text: '[INFO] plugin/reload: Running configuration', event: null },
    { text: '[INFO] 10.0.0.1:53 - 6 "A IN shop. udp 47" NOERROR', event: null },
    { text: '[INFO] 10.0.0.1 - someone "said" something', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  const first = text.charCodeAt(0);
  if ((first !== 91 && !(first >= 48 && first <= 58)) || text.length > LINE_MAX) return NOT_MINE;
  const prefixed = text.startsWith(INFO);
  const start = prefixed ? INFO.length : 0;
  const dash = text.indexOf(' - ', start);
  const open = text.indexOf(' "', dash + 3);
  if (dash === -1 || dash - start > 60 || open === -1 || open - dash > 48) return NOT_MINE;
  const remote = parseEndpoint(text.slice(start, dash));
  if (remote === null || remote.port === null) return NOT_MINE;
  const close = endOfQuoted(text, open + 1);
  const question = QUESTION.exec(text.slice(open + 2, close - 1));
  const answer = ANSWER.exec(text.slice(close).trimEnd());
  if (question === null || answer === null) return NOT_MINE;

  const [, type = '', name = '', transport = ''] = question;
  const [, code = '', flags = '', size = '', took = ''] = answer;
  const host = name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
  event.type = 'network';
  if (prefixed) event.severity = 'info';
  event.srcIp = remote.ip;
  event.srcPort = remote.port;
  event.host = host === '' ? null : host;
  event.protocol = 'dns';
  event.verdict = code === '-' ? null : code.toLowerCase();
  event.bytes = parseCount(size);
  event.durationMs = parseDuration(took) ?? null;
  event.setAttribute('query_type', type);
  event.setAttribute('transport', transport);
  event.setAttribute('response_flags', flags === '-' ? null : flags);
  event.message = `${type} ${host} → ${code}`;
  return READ;
}

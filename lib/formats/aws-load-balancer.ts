import type { LogEvent } from '@/lib/events';
import { parseCount, parseEndpoint } from './addresses';
import { setStatus } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { severityOfStatus } from './http-request';
import { cut } from './json-value';
import { endOfQuoted, unquote } from './key-values';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const LINE_MAX = 32_768;
const SECONDS = '(-?\\d{1,9}(?:\\.\\d{1,9})?)';
/** From the type of the request to the bytes sent. */
const HEAD = new RegExp(
  `^(https?|h2|grpcs|wss?) (\\d{4}-\\d\\d-\\d\\dT\\S{9,20}) (\\S{1,160}) (\\S{2,60}) (\\S{1,60}) ${SECONDS} ${SECONDS} ${SECONDS} (\\d{3}|-) (\\d{3}|-) (\\d{1,15}) (\\d{1,15}) (?=")`,
);

const scanner = new TimestampScanner();

export const awsLoadBalancer: TextFormat = {
  name: 'aws-load-balancer',
  title: 'AWS load balancer access log',
  about: 'Requests through an application load balancer, as ingresses of EKS have them: client, target, both statuses.',
  source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
  type: 'network',
  reads: 'text',
  opensWith: 'hgw',
  read,
  examples: [
    {
      text: 'https 2024-05-06T07:08:09.250500Z app/k8s-shop/0a1b 192.0.2.7:40100 10.0.2.9:80 0.000 0.250 0.001 502 503 30 90 "GET https://shop.example:443/items?id=1 HTTP/1.1" "curl/8.5.0" ECDHE TLSv1.2 arn:aws:tg "Root=1-0a" "shop.example" "arn:aws:acm" 0 2024-05-06T07:08:08.000000Z "forward" "-" "-" "10.0.2.9:80" "503" "-" "-"',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000 + 500,
        type: 'network',
        severity: 'error',
        protocol: 'http',
        srcIp: '192.0.2.7',
        srcPort: 40100,
        dstIp: '10.0.2.9',
        dstPort: 80,
        method: 'GET',
        host: 'shop.example',
        path: '/items?id=1',
        status: 502,
        bytes: 90,
        durationMs: 251,
        userAgent: 'curl/8.5.0',
        message: 'GET /items?id=1 502',
      },
    },
    {
      text: 'http 2024-05-06T07:08:09.250500Z app/k8s-shop/0a1b 192.0.2.7:40100 - -1 -1 -1 400 - 0 90 "- http://shop.example:80- -" "-" - - - "-" "-" "-" - 2024-05-06T07:08:09Z "-" "-" "-" "-" "-" "-" "-"',
      event: { status: 400, severity: 'warning', durationMs: null, dstIp: null, method: null },
    },
    { text: 'https 2024-05-06T07:08:09.250500Z is when it was found', event: null },
    { text: 'http server started', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  // h, w and g begin the types of requests.
  if (!/^(?:https?|h2|grpcs|wss?) \d/.test(text) || text.length > LINE_MAX) return NOT_MINE;
  const head = HEAD.exec(text);
  if (head === null || !scanner.scanDateTime(head[2] ?? '', 0)) return NOT_MINE;
  const client = parseEndpoint(head[4] ?? '');
  if (client === null) return NOT_MINE;
  context.clock.setFull(event, scanner.micros);
  event.type = 'network';
  event.protocol = 'http';
  event.srcIp = client.ip;
  event.srcPort = client.port;
  const target = parseEndpoint(head[5] ?? '');
  event.dstIp = target?.ip ?? null;
  event.dstPort = target?.port ?? null;
  readOutcome(head, event);
  readTexts(text, head[0].length, event);
  return READ;
}

/** Three times in seconds, -1 where the target was never reached. */
function readOutcome(head: RegExpExecArray, event: LogEvent): void {
  const times = [head[6], head[7], head[8]].map(Number);
  if (times.every((seconds) => seconds >= 0)) {
    event.durationMs = Number((times.reduce((sum, seconds) => sum + seconds, 0) * 1000).toFixed(3));
  }
  setStatus(event, head[9] ?? '');
  event.bytes = parseCount(head[12] ?? '');
  event.setAttribute('load_balancer', head[3]);
  event.setAttribute('request_type', head[1]);
  event.setAttribute('target_status', parseCount(head[10] ?? ''));
  event.setAttribute('bytes_received', parseCount(head[11] ?? ''));
  const { status } = event;
  event.severity = severityOfStatus(status);
}

/** Request and agent; behind them, among others, why the load balancer refused. */
function readTexts(text: string, at: number, event: LogEvent): void {
  const requestEnd = endOfQuoted(text, at);
  const request = plainText(unquote(text, at, requestEnd));
  const match = /^([A-Z]{2,20}) [a-z]{2,5}:\/\/([^/\s]{1,300}?)(?::\d{1,5})?(\/\S{0,8192})? /.exec(request);
  event.method = match?.[1] ?? null;
  event.host = match?.[2] ?? null;
  event.path = match === null ? null : (match[3] ?? '/');
  if (text.startsWith(' "', requestEnd)) {
    const agent = plainText(unquote(text, requestEnd + 1, endOfQuoted(text, requestEnd + 1)));
    event.userAgent = agent === '-' || agent === '' ? null : agent;
  }
  const trace = /"(Root=[^"]{1,200})"/.exec(text.slice(requestEnd, requestEnd + 4096));
  event.setAttribute('trace_id', trace?.[1]);
  const what = event.method === null ? cut(request) : `${event.method} ${cut(event.path ?? '/')}`;
  event.message = `${what} ${event.status ?? ''}`.trimEnd();
}

import { NOT_MINE, READ, type TextFormat } from './format';
import { fillFromProxy, type ProxyRequest } from './proxy-request';
import { TimestampScanner } from './timestamps';

const LINE_MAX = 32_768;
const TOKENS_MAX = 32;
const OPEN_BRACKET = 91;
const ACCESS = 'ACCESS ';

const scanner = new TimestampScanner();

export const envoyAccess: TextFormat = {
  name: 'envoy-access',
  title: 'Envoy access log',
  about:
    'Requests and connections through Envoy, in its default format or in Istio’s: what was asked, what came back, which flags the proxy set, and which upstream served it.',
  source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage',
  type: 'network',
  reads: 'text',
  needsColon: true,
  opensWith: '[A',
  read(text, event, context) {
    const start = text.startsWith(ACCESS) ? ACCESS.length : 0;
    if (text.charCodeAt(start) !== OPEN_BRACKET || text.length > LINE_MAX) return NOT_MINE;
    if (!scanner.scanDateTime(text, start + 1) || !text.startsWith('] "', scanner.end)) return NOT_MINE;
    const { micros, zoned } = scanner;
    const request = requestOf(tokensOf(text, scanner.end + 2));
    if (request === null) return NOT_MINE;
    if (zoned) context.clock.setFull(event, micros);
    else context.clock.setWithoutZone(event, micros);
    fillFromProxy(request, event);
    return READ;
  },
  examples: [
    {
      text: '[2024-05-06T07:08:09.250Z] "GET /items?id=1 HTTP/1.1" 200 - 0 51 12 11 "192.0.2.7" "curl/8.5.0" "0a1b" "shop.example:8080" "10.0.2.9:80"',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000,
        timeGuess: 0,
        type: 'network',
        severity: 'info',
        protocol: 'http',
        method: 'GET',
        path: '/items?id=1',
        status: 200,
        bytes: 51,
        durationMs: 12,
        srcIp: '192.0.2.7',
        dstIp: '10.0.2.9',
        dstPort: 80,
        host: 'shop.example',
        userAgent: 'curl/8.5.0',
        reason: null,
        message: 'GET /items?id=1 200',
      },
    },
    {
      text: '[2024-05-06T07:08:09.250Z] "- - -" 0 UF,URX 12 5 0 - "-" "-" "-" "-" "10.0.2.9:9200"',
      event: { status: null, method: null, protocol: 'tcp', reason: 'UF,URX', severity: 'warning', bytes: 17 },
    },
    {
      text: '[2024-05-06T07:08:09.250Z] "POST /pay HTTP/2" 503 UH no_healthy_upstream - "-" 10 19 1 - "-" "Go-http-client/2.0" "0a1b" "pay.shop:9080" "-" outbound|9080||pay.shop.svc.cluster.local - 10.1.0.9:9080 10.0.1.7:40100 - default',
      event: {
        severity: 'error',
        status: 503,
        reason: 'UH',
        direction: 'egress',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        dstIp: '10.1.0.9',
        dstPort: 9080,
        dstNamespace: 'shop',
        host: 'pay.shop',
        message: 'POST /pay 503 UH',
      },
    },
    {
      text: '[2024-05-06T07:08:09.250Z] "GET / HTTP/1.1" 200 - "-" "-" 0 90 3 2 "-" "an "odd", agent" "0a1b" "pay:80" "[2001:db8::7]:80" inbound|80|http|pay.shop.svc.cluster.local - [2001:db8::7]:80 [2001:db8::8]:40101 outbound_.80_._.pay.shop.svc.cluster.local default',
      event: { userAgent: 'an "odd", agent', direction: 'ingress', srcIp: '2001:db8::8', dstIp: '2001:db8::7' },
    },
    { text: '[2024-05-06T07:08:09.250Z] "GET / HTTP/1.1" 200 soon', event: null },
    { text: '[2024-05-06T07:08:09.250Z] "ready" said the server', event: null },
    { text: '[2024-05-06 07:08:09] [info] "x"', event: null },
  ],
};

interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

/** Words and quoted texts. Envoy escapes no quotes, so a text ends at a quote with a space or nothing behind. */
function tokensOf(text: string, from: number): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < text.length && tokens.length < TOKENS_MAX) {
    const quoted = text.charCodeAt(at) === 34;
    let end = text.indexOf(quoted ? '" ' : ' ', at + 1);
    if (end === -1) end = quoted && text.endsWith('"') && text.length > at + 1 ? text.length - 1 : text.length;
    tokens.push({ text: text.slice(quoted ? at + 1 : at, end), quoted });
    at = end + (quoted ? 2 : 1);
  }
  return tokens;
}

/**
 * Request, code, flags; then what Istio's versions put between, which are texts; then bytes in, bytes out, milliseconds and
 * the upstream's; then five quoted texts, and what Istio adds behind.
 */
function requestOf(tokens: readonly Token[]): ProxyRequest | null {
  const status = tokens[1];
  if (status === undefined || status.quoted || !/^\d{1,3}$/.test(status.text) || tokens[2]?.quoted !== false)
    return null;
  let counts = 3;
  while (counts < 7 && !(isCount(tokens[counts]) && isCount(tokens[counts + 1]) && isCount(tokens[counts + 2])))
    counts++;
  const behind = counts + 4;
  if (counts === 7 || tokens[behind]?.quoted !== true || tokens[behind + 3]?.quoted !== true) return null;
  const value = (place: number) => said(tokens[place]?.text);
  const between = tokens.slice(3, counts);
  const words = between.filter((token) => !token.quoted);
  const [method, path, protocol] = requestLine(tokens[0]?.text ?? '');
  return {
    method,
    path,
    protocol,
    status: status.text,
    flags: value(2),
    details: said(words[0]?.text),
    termination: said(words[1]?.text),
    transportFailure: said(between.findLast((token) => token.quoted)?.text),
    bytesReceived: value(counts),
    bytesSent: value(counts + 1),
    durationMs: value(counts + 2),
    upstreamMs: value(counts + 3),
    forwardedFor: value(behind),
    userAgent: value(behind + 1),
    requestId: value(behind + 2),
    authority: value(behind + 3),
    upstreamHost: value(behind + 4),
    upstreamCluster: value(behind + 5),
    downstreamLocal: value(behind + 7),
    downstreamRemote: value(behind + 8),
    serverName: value(behind + 9),
    routeName: value(behind + 10),
  };
}

function isCount(token: Token | undefined): boolean {
  return token !== undefined && !token.quoted && /^(?:\d{1,15}|-)$/.test(token.text);
}

function said(text: string | undefined): string | null {
  return text === undefined || text === '-' || text === '' ? null : text;
}

/** A path may hold spaces; method and protocol do not. */
function requestLine(request: string): [string | null, string | null, string | null] {
  const first = request.indexOf(' ');
  const last = request.lastIndexOf(' ');
  if (first === -1 || last === first) return [null, null, null];
  return [said(request.slice(0, first)), said(request.slice(first + 1, last)), said(request.slice(last + 1))];
}

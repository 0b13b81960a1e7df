import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import { setStatus } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { severityOfStatus } from './http-request';
import { cut } from './json-value';
import { plainText } from './plain-text';
import { isOutsideContainers } from './proxy-place';
import type { ReadContext } from './read-context';
import { isDigit, TimestampScanner } from './timestamps';

const NAME = 'iis-w3c';
const HASH = 35;
const SPACE = 32;
const FIELDS_MAX = 64;
const LINE_MAX = 65_536;

const REQUEST = 's-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip';
/** What versions of IIS write unless told otherwise, so that lines can be read whose header went elsewhere; by their length. */
const DEFAULT_FIELDS: ReadonlyMap<number, readonly string[]> = new Map(
  [
    `date time ${REQUEST} cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken`,
    `date time ${REQUEST} cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken`,
    `date time ${REQUEST} cs(User-Agent) sc-status sc-substatus sc-win32-status`,
    `date time s-sitename s-computername ${REQUEST} cs-version cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken`,
  ].map((fields): [number, readonly string[]] => [fields.split(' ').length, fields.split(' ')]),
);

const DIRECTIVE = /^#(?:Software|Version|Date|Start-Date|End-Date|Remark|Fields): ?/;

const scanner = new TimestampScanner();

export const iisW3c: TextFormat = {
  name: NAME,
  title: 'W3C extended log (IIS)',
  about:
    'Request log of IIS and other servers: a #Fields header names the columns; times are UTC, time-taken is ms. Both ends are told: on a machine it is network traffic.',
  source: 'https://www.w3.org/TR/WD-logfile.html; learn.microsoft.com, W3C logging',
  type: null,
  reads: 'text',
  read,
  examples: [
    {
      text: '2024-01-02 03:04:05 GET /cart id=7 10.0.0.9 curl/8.0 503 1503',
      before: ['#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status time-taken'],
      event: {
        time: 1704164645000000,
        timeGuess: 0,
        method: 'GET',
        path: '/cart?id=7',
        srcIp: '10.0.0.9',
        userAgent: 'curl/8.0',
        status: 503,
        durationMs: 1503,
        severity: 'error',
        message: 'GET /cart?id=7 503',
      },
    },
    {
      text: '2024-01-02 03:04:05 10.0.0.1 GET / - 443 SHOP\\ann 10.0.0.9 Mozilla/5.0+(X11) - 200 0 0 12',
      event: {
        type: 'network',
        dstIp: '10.0.0.1',
        dstPort: 443,
        user: 'SHOP\\ann',
        path: '/',
        userAgent: 'Mozilla/5.0 (X11)',
        durationMs: 12,
      },
    },
    { text: '#Fields: date time c-ip', event: { message: '#Fields: date time c-ip', severity: 'info' } },
    { text: '# a comment', event: null },
    { text: '2024-01-02 03:04:05 10.0.0.1 GET /', event: null },
    { text: '2024-01-02 03:04:05 INFO ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const first = text.charCodeAt(0);
  if (first === HASH) return readDirective(text, event, context);
  const header = context.headers.get(NAME);
  if (header === undefined && (!isDigit(first) || text.charCodeAt(19) !== SPACE)) return NOT_MINE;
  if (text.length > LINE_MAX) return NOT_MINE;
  const words = text.split(' ', FIELDS_MAX + 1);
  const fields = header ?? DEFAULT_FIELDS.get(words.length);
  if (words.length !== fields?.length) return NOT_MINE;
  const value = (name: string) => {
    const word = words[fields.indexOf(name)];
    return word === undefined || word === '-' ? null : word;
  };
  const date = value('date');
  const time = value('time');
  if (date !== null && time !== null && !scanner.scanDateTime(`${date} ${time}`, 0)) return NOT_MINE;
  const status = value('sc-status');
  if (status === null || !/^\d{3}$/.test(status)) return NOT_MINE;
  if (header === undefined && !/^[A-Z]{3,20} \d{2,5}$/.test(`${value('cs-method')} ${value('s-port')}`))
    return NOT_MINE;
  // What came in an envelope that told a time was collected from a container.
  const bare = event.time === null && isOutsideContainers(context, event);
  if (date !== null && time !== null) context.clock.setFull(event, scanner.micros);
  readRequest(value, event);
  if (bare && event.srcIp !== null && event.dstIp !== null) event.type = 'network';
  setStatus(event, status);
  event.severity = severityOfStatus(event.status);
  event.message = `${event.method ?? '-'} ${event.path ?? '-'} ${status}`;
  return READ;
}

function readDirective(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!DIRECTIVE.test(text)) return NOT_MINE;
  if (text.startsWith('#Fields:')) {
    context.headers.set(NAME, text.slice(8, 4096).trim().split(/\s+/, FIELDS_MAX));
  }
  event.severity = 'info';
  event.message = plainText(text);
  return READ;
}

function readRequest(value: (name: string) => string | null, event: LogEvent): void {
  const query = value('cs-uri-query');
  const stem = value('cs-uri-stem') ?? value('cs-uri');
  event.protocol = 'http';
  event.method = value('cs-method');
  event.path = stem === null ? null : plainText(query === null ? stem : `${stem}?${query}`);
  event.srcIp = addressIn(value('c-ip'));
  event.dstIp = addressIn(value('s-ip'));
  event.srcPort = parseSmallCount(value('c-port') ?? '');
  event.dstPort = parseSmallCount(value('s-port') ?? '');
  event.user = value('cs-username');
  event.host = value('cs-host') ?? value('cs(Host)');
  // Spaces in a header are written as plus signs.
  event.userAgent = value('cs(User-Agent)')?.replaceAll('+', ' ') ?? null;
  event.bytes = parseCount(value('sc-bytes') ?? '');
  const taken = value('time-taken');
  if (taken !== null && /^\d{1,12}(?:\.\d{1,6})?$/.test(taken)) event.durationMs = Number(taken);
  event.setAttribute('referer', cut(value('cs(Referer)') ?? ''));
  event.setAttribute('sc-substatus', parseCount(value('sc-substatus') ?? ''));
  event.setAttribute('sc-win32-status', parseCount(value('sc-win32-status') ?? ''));
}

function addressIn(word: string | null): string | null {
  return word !== null && isAddress(word) ? word : null;
}

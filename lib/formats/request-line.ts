import type { LogEvent } from '@/lib/events';
import { parseCount } from './addresses';
import { setSource, setStatus } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { readRequestLine, severityOfStatus } from './http-request';
import { CAPITALS } from './openings';
import { plainText } from './plain-text';

const LINE_MAX = 8192;
const LOWEST_LETTER = 65;
const HIGHEST_LETTER = 90;

/** Django's server and others: `"GET / HTTP/1.1" 200 15`. */
const QUOTED = /^"([A-Z]{3,10} \S{1,8000} HTTP\/[\d.]{1,3})" (\d{3}) (\d{1,15}|-)$/;
/** Morgan's dev and tiny: status, then milliseconds and length in either order. */
const MORGAN =
  /^((?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE) \S{1,8000}) (\d{3}) (?:(\d{1,12}(?:\.\d{1,6})?) ms - (\d{1,15}|-)|(\d{1,15}|-) - (\d{1,12}(?:\.\d{1,6})?) ms)$/;
/** Rails tells of a request where it begins and where it ends. */
const STARTED = /^Started ([A-Z]{3,10}) "([^"]{1,8000})" for ([\da-fA-F.:]{2,45}) at \d{4}-\d\d-\d\d /;
const COMPLETED = /^Completed (\d{3}) [A-Za-z' -]{2,40} in (\d{1,12}(?:\.\d{1,3})?)ms\b/;

export const requestLine: TextFormat = {
  name: 'request-line',
  title: 'Requests without a time',
  about:
    'One line per request, as Express (morgan), Rails and Django’s development server print it; no time of its own.',
  source: 'expressjs/morgan; rails/rails, railties rack/logger.rb; django/core/servers/basehttp.py',
  type: null,
  reads: 'text',
  opensWith: `"${CAPITALS}`,
  read,
  examples: [
    {
      text: 'GET /carts?id=7 404 1.503 ms - 15',
      event: {
        method: 'GET',
        path: '/carts?id=7',
        status: 404,
        durationMs: 1.503,
        bytes: 15,
        severity: 'warning',
        message: 'GET /carts?id=7 404',
      },
    },
    { text: 'POST /carts 200 - - 12.25 ms', event: { durationMs: 12.25, bytes: null, severity: 'info' } },
    { text: '"GET / HTTP/1.1" 500 145', event: { status: 500, severity: 'error', bytes: 145 } },
    {
      text: 'Started GET "/carts" for 10.0.0.9 at 2024-01-02 03:04:05 +0000',
      event: { method: 'GET', path: '/carts', srcIp: '10.0.0.9', severity: 'info' },
    },
    {
      text: 'Completed 503 Service Unavailable in 12ms (Views: 0.4ms)',
      event: { status: 503, durationMs: 12, severity: 'error' },
    },
    { text: 'GET /carts 200', event: null },
    { text: 'Started the cart', event: null },
    { text: 'Completed 7 carts in 12ms', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  const first = text.charCodeAt(0);
  if (first === 34) return fillRequest(QUOTED.exec(text.slice(0, LINE_MAX)), 3, 0, event);
  if (!(first >= LOWEST_LETTER && first <= HIGHEST_LETTER) || text.length > LINE_MAX) return NOT_MINE;
  const morgan = MORGAN.exec(text);
  if (morgan !== null)
    return fillRequest(morgan, morgan[3] === undefined ? 5 : 4, morgan[3] === undefined ? 6 : 3, event);
  return readRails(text, event);
}

/** Fills in request and status, and bytes and milliseconds from the groups at these places. */
function fillRequest(found: RegExpExecArray | null, bytes: number, millis: number, event: LogEvent): Reading {
  if (found === null) return NOT_MINE;
  event.protocol = 'http';
  setStatus(event, found[2] ?? '');
  event.severity = severityOfStatus(event.status);
  event.bytes = parseCount(found[bytes] ?? '');
  if (millis > 0) event.durationMs = Number(found[millis]);
  readRequestLine(plainText(found[1] ?? ''), event);
  return READ;
}

function readRails(text: string, event: LogEvent): Reading {
  const started = text.startsWith('Started ') ? STARTED.exec(text) : null;
  const completed = text.startsWith('Completed ') ? COMPLETED.exec(text) : null;
  if (started !== null) {
    event.method = started[1] ?? null;
    event.path = plainText(started[2] ?? '');
    setSource(event, started[3] ?? '');
  } else if (completed !== null) {
    setStatus(event, completed[1] ?? '');
    event.durationMs = Number(completed[2]);
  } else return NOT_MINE;
  event.protocol = 'http';
  event.severity = severityOfStatus(event.status);
  event.message = plainText(text);
  return READ;
}

import type { LogEvent } from '@/lib/events';
import { parseCount } from './addresses';
import { setSource, setStatus } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { readRequestLine, severityOfStatus } from './http-request';
import { endOfQuoted } from './key-values';
import { plainText } from './plain-text';

const HEAD_MAX = 80;
const CLIENT = /^(?:INFO: {1,8}|\[INFO\] )?([\da-fA-F.:[\]]{2,50}) - $/;
const ANSWER = /^ (\d{3})(?: [A-Z][\w' -]{0,40})?(?: (\d{1,9}(?:\.\d{1,6})?)ms)?(?: (\d{1,12}))?$/;

export const uvicornAccess: TextFormat = {
  name: 'uvicorn-access',
  title: 'Uvicorn, Hypercorn requests',
  about: 'The request log of Python’s ASGI servers: client, request, status in number and words; no time of its own.',
  source: 'encode/uvicorn, uvicorn/logging.py (AccessFormatter)',
  type: null,
  reads: 'text',
  read,
  examples: [
    {
      text: 'INFO:     10.0.0.9:40112 - "GET /carts?id=7 HTTP/1.1" 404 Not Found',
      event: {
        srcIp: '10.0.0.9',
        srcPort: 40112,
        method: 'GET',
        path: '/carts?id=7',
        status: 404,
        severity: 'warning',
        message: 'GET /carts?id=7 404',
      },
    },
    { text: '10.0.0.9:40112 - "GET / HTTP/1.1" 200', event: { status: 200, severity: 'info' } },
    { text: 'INFO:     10.0.0.9:40112 - "WebSocket /live" [accepted]', event: null },
    { text: 'INFO:     Uvicorn running on http://0.0.0.0:80', event: null },
    { text: '10.0.0.9 - - "GET / HTTP/1.1" 200', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  const quote = text.indexOf('"');
  if (quote < 4 || quote > HEAD_MAX || !text.startsWith(' - "', quote - 3)) return NOT_MINE;
  const client = CLIENT.exec(text.slice(0, quote));
  if (client === null) return NOT_MINE;
  const end = endOfQuoted(text, quote);
  const answer = ANSWER.exec(text.slice(end, end + 120));
  if (answer === null || end + answer[0].length !== text.length || !setSource(event, client[1] ?? '')) return NOT_MINE;
  event.protocol = 'http';
  setStatus(event, answer[1] ?? '');
  event.severity = severityOfStatus(event.status);
  if (answer[2] !== undefined) event.durationMs = Number(answer[2]);
  if (answer[3] !== undefined) event.bytes = parseCount(answer[3]);
  readRequestLine(plainText(text.slice(quote + 1, end - 1)), event);
  return READ;
}

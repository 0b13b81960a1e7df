import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import { setStatus } from './assign-field';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { severityOfStatus } from './http-request';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';

const OPEN_BRACKET = 91;

const dates = new DateTimeScanner();

const HEAD =
  /^\[pid: (\d{1,10})\|app: (-?\d{1,6}|-)\|req: (?:-?\d{1,12}|-)\/\d{1,12}\] (\S{0,100}) \(([^)]{0,200})\) \{\d{1,6} vars in \d{1,9} bytes\} \[/;
const ANSWER =
  /^ => generated (\d{1,15}) bytes in (\d{1,12}) (msecs|micros)(?: \([^)]{0,40}?(HTTP\/[\d.]{1,3} )?(\d{3})\))?/;

export const uwsgi: TextFormat = {
  name: 'uwsgi',
  title: 'uWSGI requests',
  about: 'uWSGI’s request log: process, client, time, request, and how many bytes in how much time.',
  source: 'unbit/uwsgi, core/logging.c (log_request)',
  type: null,
  reads: 'text',
  opensWith: '[',
  read,
  examples: [
    {
      text: '[pid: 7|app: 0|req: 3/12] 10.0.0.9 (ann) {12 vars in 240 bytes} [Tue Jan  2 03:04:05 2024] POST /carts => generated 77 bytes in 1503 msecs (HTTP/1.1 503) 4 headers in 120 bytes (2 switches on core 5)',
      event: {
        time: 1704164645000000,
        timeGuess: 2,
        pid: 7,
        srcIp: '10.0.0.9',
        user: 'ann',
        method: 'POST',
        path: '/carts',
        bytes: 77,
        durationMs: 1503,
        status: 503,
        severity: 'error',
        message: 'POST /carts 503',
      },
    },
    {
      text: '[pid: 7|app: 0|req: 1/1]  () {12 vars in 240 bytes} [Tue Jan  2 03:04:05 2024] GET / => generated 1 bytes in 250 micros (HTTP/1.1 200) 4 headers',
      event: { srcIp: null, durationMs: 0.25 },
    },
    {
      text: '[pid: 7|app: 0|req: 1/1] 10.0.0.9 () {12 vars in 240 bytes} [Tue Jan 32 03:04:05 2024] GET / => generated 1 bytes in 250 micros',
      event: null,
    },
    { text: '[pid: 7] ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(0) !== OPEN_BRACKET || !text.startsWith('[pid: ')) return NOT_MINE;
  const head = HEAD.exec(text.slice(0, 500));
  if (head === null || !dates.scan(text, head[0].length) || text[dates.end] !== ']') return NOT_MINE;
  const start = dates.end + 2;
  const arrow = text.indexOf(' => generated ', start);
  const answer = arrow === -1 ? null : ANSWER.exec(text.slice(arrow, arrow + 200));
  const request = /^([A-Z]{1,20}) (.*)$/s.exec(text.slice(start, arrow === -1 ? start : arrow));
  if (answer === null || request === null) return NOT_MINE;
  dates.set(event, context);
  event.pid ??= parseSmallCount(head[1] ?? '');
  if (isAddress(head[3] ?? '')) event.srcIp = head[3] ?? null;
  if (head[4] !== '') event.user = head[4] ?? null;
  event.protocol = 'http';
  event.method = request[1] ?? null;
  event.path = plainText(request[2] ?? '');
  event.bytes = parseCount(answer[1] ?? '');
  event.durationMs = Number(answer[2]) / (answer[3] === 'micros' ? 1000 : 1);
  setStatus(event, answer[5] ?? '');
  event.severity = severityOfStatus(event.status);
  event.message = `${event.method} ${event.path} ${event.status ?? ''}`.trimEnd();
  return READ;
}

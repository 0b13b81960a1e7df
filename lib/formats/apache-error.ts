import { type LogEvent, severityFromWord } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { setSource } from './assign-field';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';

const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const SPACE = 32;

const dates = new DateTimeScanner();

const LEVEL = /^\] \[(?:([\w-]{0,60}):)?(emerg|alert|crit|error|warn|notice|info|debug|trace[1-8])\]/;
const PROCESS = /^ \[pid (\d{1,10})(?::tid (\d{1,20}))?\]/;
const CLIENT = /^ (?:\([^)]{1,200}\)[^:[\]]{1,200}: )?\[(?:client|remote) ([^\]\s]{1,100})\]/;
const CODE = /(?:^| )(AH\d{5}): /;

export const apacheError: TextFormat = {
  name: 'apache-error',
  title: 'Apache error log',
  about: 'httpd’s error log: time in brackets, module and severity, process, client, code. Versions 2.2 and 2.4.',
  source: 'https://httpd.apache.org/docs/2.4/mod/core.html#errorlogformat',
  type: null,
  headed: true,
  reads: 'text',
  opensWith: '[',
  read,
  examples: [
    {
      text: '[Tue Jan 02 03:04:05.678901 2024] [core:error] [pid 35:tid 140] [client 10.0.0.9:40112] AH00128: File does not exist: /srv/a, referer: http://shop.example/',
      event: {
        time: 1704164645678901,
        timeGuess: 2,
        severity: 'error',
        caller: 'core',
        pid: 35,
        srcIp: '10.0.0.9',
        srcPort: 40112,
        attributes: { 'thread.id': '140', code: 'AH00128', referer: 'http://shop.example/' },
        message: 'File does not exist: /srv/a',
      },
    },
    {
      text: '[Tue Jan 02 03:04:05 2024] [proxy:error] [pid 35] (111)Connection refused: [client 10.0.0.9:40112] AH00957: attempt failed',
      event: { srcIp: '10.0.0.9', message: '(111)Connection refused: attempt failed' },
    },
    {
      text: '[Tue Jan 02 03:04:05 2024] [notice] caught SIGTERM, shutting down',
      event: { severity: 'notice', message: 'caught SIGTERM, shutting down' },
    },
    { text: '[Tue Jan 02 03:04:05 2024] [web] started', event: null },
    { text: '[Tue Jan 02 2024] [error] no clock', event: null },
    { text: '[info] ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(0) !== OPEN_BRACKET || text.charCodeAt(4) !== SPACE || !dates.scan(text, 1)) return NOT_MINE;
  if (text.charCodeAt(dates.end) !== CLOSE_BRACKET) return NOT_MINE;
  let rest = text.slice(dates.end);
  const level = LEVEL.exec(rest.slice(0, 100));
  if (level === null) return NOT_MINE;
  dates.set(event, context);
  const word = level[2] ?? '';
  event.severity = severityFromWord(word.startsWith('trace') ? 'trace' : word);
  if (level[1] !== '') event.caller ??= level[1] ?? null;
  rest = rest.slice(level[0].length);
  const process = PROCESS.exec(rest.slice(0, 60));
  if (process !== null) {
    event.pid ??= parseSmallCount(process[1] ?? '');
    event.setAttribute('thread.id', process[2]);
    rest = rest.slice(process[0].length);
  }
  readMessage(rest, event);
  return READ;
}

/** What the system said may stand before the client: `(13)Permission denied: [client …]`. */
function readMessage(text: string, event: LogEvent): void {
  let rest = text;
  const client = CLIENT.exec(rest.slice(0, 520));
  if (client !== null) {
    setSource(event, client[1] ?? '');
    rest = rest.slice(0, client[0].lastIndexOf('[')).trimEnd() + rest.slice(client[0].length);
  }
  const code = CODE.exec(rest.slice(0, 300));
  if (code !== null) {
    event.setAttribute('code', code[1]);
    rest = `${rest.slice(0, code.index)} ${rest.slice(code.index + code[0].length)}`;
  }
  const referer = rest.lastIndexOf(', referer: ');
  if (referer !== -1) event.setAttribute('referer', cut(plainText(rest.slice(referer + 11))));
  event.message = plainText(referer === -1 ? rest : rest.slice(0, referer)).trimStart();
}

import { type LogEvent, severityFromSyslog } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { FACILITIES } from './syslog-facilities';
import { isDigit, TimestampScanner } from './timestamps';

const LESS = 60;
const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const HEADER_MAX = 700;
const PARAMETERS_MAX = 64;

/** Priority and version; a relay over TCP may have put the length of the message before them (RFC 6587). */
const OPENING = /^(?:\d{1,8} )?<(\d{1,3})>1 (\S{1,40}) (\S{1,255}) (\S{1,255}) (\S{1,128}) (\S{1,255}) /;

const scanner = new TimestampScanner();

export const syslog5424: TextFormat = {
  name: 'syslog-5424',
  title: 'syslog (RFC 5424)',
  about:
    'Priority, full time, machine, program, message id and structured data; the message is read by the next format.',
  source: 'RFC 5424 section 6; RFC 6587 section 3.4.1',
  type: 'node',
  envelope: true,
  headed: true,
  reads: 'text',
  opensWith: `<${DIGITS}`,
  read,
  examples: [
    {
      text: '<165>1 2024-05-06T07:08:09.123456+02:00 web-1.example app 4711 ID47 [origin ip="192.0.2.7" software="a\\"b"][meta@32473 sequenceId="1"] \ufeffdisk is full',
      event: {
        time: Date.UTC(2024, 4, 6, 5, 8, 9, 123) * 1000 + 456,
        timeGuess: 0,
        severity: 'notice',
        node: 'web-1.example',
        component: 'app',
        pid: 4711,
        attributes: {
          facility: 'local4',
          msgid: 'ID47',
          'origin.ip': '192.0.2.7',
          'origin.software': 'a"b',
          'meta@32473.sequenceId': '1',
        },
      },
      content: 'disk is full',
    },
    {
      text: '<34>1 2024-05-06T07:08:09Z web-1 su - - - FAILED SU (to root) ann on pts/1',
      event: { severity: 'critical', component: 'su', pid: null, attributes: { facility: 'auth' } },
      content: 'FAILED SU (to root) ann on pts/1',
    },
    { text: '<14>1 - - - - - -', event: { time: null, node: null, component: null }, content: '' },
    { text: '83 <14>1 2024-05-06T07:08:09Z web-1 app - - - counted', event: { node: 'web-1' }, content: 'counted' },
    {
      text: '<86>1 2024-05-06T07:08:09.123456+02:00 web-1 sshd 812 - -  Connection closed by 192.0.2.7',
      event: { component: 'sshd' },
      content: 'Connection closed by 192.0.2.7',
    },
    { text: '<14>1 2024-05-06T07:08:09Z web-1 app - - -    at main', event: {}, content: '  at main' },
    { text: '<999>1 2024-05-06T07:08:09Z web-1 app - - - no such priority', event: null },
    { text: '<14>1 soon web-1 app - - - no time', event: null },
    { text: '<14>1 2024-05-06T07:08:09Z web-1 app - - [open id="1" never closed', event: null },
    { text: '<13>Jun 14 09:01:02 web-1 cron[5]: RFC 3164', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!opens(text)) return NOT_MINE;
  const header = OPENING.exec(text.slice(0, HEADER_MAX).concat(' '));
  const priority = Number(header?.[1]);
  if (header === null || !(priority <= 191)) return NOT_MINE;
  const [opening, , time = '', host = '', program = '', process = '', id = ''] = header;
  if (time !== '-' && !(scanner.scanDateTime(time, 0) && scanner.end === time.length)) return NOT_MINE;
  const end = endOfData(text, opening.length);
  if (end === -1) return NOT_MINE;
  if (time !== '-' && scanner.zoned) context.clock.setFull(event, scanner.micros);
  else if (time !== '-') context.clock.setWithoutZone(event, scanner.micros);
  event.severity = severityFromSyslog(priority & 7);
  event.setAttribute('facility', FACILITIES[priority >> 3]);
  event.node = named(host) ?? event.node;
  event.component = named(program) ?? event.component;
  event.pid = parseSmallCount(process) ?? event.pid;
  if (event.pid === null) event.setAttribute('procid', named(process));
  event.setAttribute('msgid', named(id));
  if (text.charCodeAt(opening.length) === OPEN_BRACKET) readData(text.slice(opening.length, end), event);
  const message = withoutSpace(withoutSpace(text.slice(end)));
  return message.charCodeAt(0) === 0xfeff ? message.slice(1) : message;
}

/** A cheap look at the first letters: few lines pass it. */
function opens(text: string): boolean {
  let at = 0;
  while (at < 9 && isDigit(text.charCodeAt(at))) at++;
  if (at > 0 && text.charCodeAt(at++) !== SPACE) return false;
  if (text.charCodeAt(at) !== LESS) return false;
  const close = text.slice(at, at + 5).indexOf('>');
  return close > 1 && text.startsWith('1 ', at + close + 1);
}

function named(value: string): string | null {
  return value === '-' ? null : value;
}

/** The place after the structured data that begins at `at`, or -1 when there is none. */
function endOfData(text: string, at: number): number {
  if (text.charCodeAt(at) === 45) return at + 1;
  let end = at;
  while (text.charCodeAt(end) === OPEN_BRACKET) {
    end = endOfElement(text, end + 1);
    if (end === -1) return -1;
  }
  return end === at ? -1 : end;
}

function endOfElement(text: string, at: number): number {
  let quoted = false;
  for (let end = at; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) quoted = !quoted;
    else if (code === BACKSLASH && quoted) end++;
    else if (code === CLOSE_BRACKET && !quoted) return end + 1;
  }
  return -1;
}

/** `[id name="value" …]`: attributes by id and name. In a value, quote, backslash and bracket are escaped. */
function readData(data: string, event: LogEvent): void {
  let left = PARAMETERS_MAX;
  let id = '';
  const part = /\[([^\s=\]"]{1,64})|([^\s=\]"[]{1,64})="((?:[^"\\]|\\[\s\S])*)"/g;
  for (const [, element, name, value] of data.matchAll(part)) {
    if (element !== undefined) id = element;
    else if (left-- > 0) event.setAttribute(plainText(`${id}.${name}`), cut(plainText(unescaped(value ?? ''))));
  }
}

/** Without the space before a message. rsyslog keeps a second one, which came before the message in RFC 3164. */
function withoutSpace(text: string): string {
  return text.charCodeAt(0) === SPACE ? text.slice(1) : text;
}

function unescaped(value: string): string {
  return value.includes('\\') ? value.replace(/\\(["\\\]])/g, '$1') : value;
}

import { type LogEvent, severityFromWord } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { isDigit } from './timestamps';

const dates = new DateTimeScanner();

/** `thread [priority] [code] [subsystem] `; MariaDB and MySQL before 8.0 have the priority only. */
const HEAD =
  /^ (\d{1,10}) \[(System|Note|Warning|ERROR|Error|Entry)\](?: \[(MY-\d{6})\])?(?: \[(Server|InnoDB|Repl|[A-Za-z_]{2,24})\])? /;

export const mysql: TextFormat = {
  name: 'mysql',
  title: 'MySQL, MariaDB error log',
  about: 'Time, thread, priority in brackets; MySQL 8 adds an error code and a subsystem.',
  source: 'https://dev.mysql.com/doc/refman/8.4/en/error-log-format.html',
  type: null,
  headed: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024-01-02T03:04:05.678901Z 7 [Warning] [MY-010055] [Server] IP address could not be resolved',
      event: {
        time: 1704164645678901,
        timeGuess: 0,
        severity: 'warning',
        caller: 'Server',
        attributes: { 'thread.id': 7, code: 'MY-010055' },
        message: 'IP address could not be resolved',
      },
    },
    {
      text: '2024-01-02  3:04:05 0 [Note] InnoDB: Buffer pool(s) load completed',
      event: { time: 1704164645000000, timeGuess: 2, severity: 'info' },
    },
    {
      text: "2024-01-02 13:04:05 31 [Warning] Access denied for user 'ann'@'10.0.0.9' (using password: YES)",
      event: { severity: 'warning', user: 'ann' },
    },
    { text: '2024-01-02 13:04:05 [Note] no thread', event: null },
    { text: '2024-01-02 13:04:05 7 [main] a thread', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!isDigit(text.charCodeAt(0)) || !dates.scan(text, 0)) return NOT_MINE;
  const head = HEAD.exec(text.slice(dates.end, dates.end + 80));
  if (head === null) return NOT_MINE;
  dates.set(event, context);
  const word = head[2] ?? '';
  event.severity = word === 'Note' || word === 'System' ? 'info' : severityFromWord(word);
  event.caller ??= head[4] ?? null;
  event.setAttribute('thread.id', parseSmallCount(head[1] ?? ''));
  event.setAttribute('code', head[3]);
  const message = text.slice(dates.end + head[0].length);
  event.user ??= /^Access denied for user '([^']{1,80})'@/.exec(message.slice(0, 120))?.[1] ?? null;
  event.message = plainText(message);
  return READ;
}

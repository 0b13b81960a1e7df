import type { LogEvent } from '@/lib/events';
import { isDayName } from './day-names';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { readJournalEntry } from './journal-entry';
import { CAPITALS, SMALL_LETTERS } from './openings';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';
import { zoneMinutes } from './zone-names';

const NAME = 'journald-verbose';
const MINUTE = 60_000_000;
const HEADER_MAX = 400;
const CURSOR = /^ ?([A-Za-z]{2,5}|[+-]\d\d(?:\d\d)?)? ?\[(s=[\da-f]{1,32};[\w=;]{1,250})\]$/;
const FIELD = /^ {4}([A-Z_][A-Z0-9_]{0,63})=/;
const INDENTED = '    ';
const ATTRIBUTES_MAX = 64;

const scanner = new TimestampScanner();

export const journaldVerbose: TextFormat = {
  name: NAME,
  title: 'journalctl (verbose)',
  about:
    'journalctl -o verbose: a line with the time and the cursor, then each field on an indented line of its own. They become one event.',
  source: 'systemd/systemd, src/shared/logs-show.c, output_verbose',
  type: 'node',
  reads: 'text',
  opensWith: ` ${CAPITALS}${SMALL_LETTERS}`,
  read,
  join(whole, part) {
    for (const column of COLUMNS) fillColumn(whole, part, column);
    if (part.message !== '') whole.message = whole.message === '' ? part.message : `${whole.message}\n${part.message}`;
    for (const [name, value] of Object.entries(part.attributes ?? {})) {
      if (Object.keys(whole.attributes ?? {}).length < ATTRIBUTES_MAX) whole.setAttribute(name, value);
    }
  },
  examples: [
    {
      text: 'Mon 2024-05-06 07:08:09.123456 CEST [s=0a1b2c;i=1;b=0a1b;m=7;t=5;x=9]',
      event: {
        time: Date.UTC(2024, 4, 6, 5, 8, 9, 123) * 1000 + 456,
        timeGuess: 0,
        joinKey: 's=0a1b2c;i=1;b=0a1b;m=7;t=5;x=9',
      },
    },
    {
      before: ['Mon 2024-05-06 07:08:09.123456 UTC [s=0a1b2c;i=1;b=0a1b;m=7;t=5;x=9]'],
      text: '    SYSLOG_IDENTIFIER=kubelet',
      event: { component: 'kubelet', joinKey: 's=0a1b2c;i=1;b=0a1b;m=7;t=5;x=9' },
    },
    {
      before: ['Mon 2024-05-06 07:08:09.123456 UTC [s=0a1b2c;i=1;b=0a1b;m=7;t=5;x=9]'],
      text: '    MESSAGE=disk is full',
      event: { message: 'disk is full' },
    },
    {
      before: ['Mon 2024-05-06 07:08:09.123456 UTC [s=0a1b2c;i=1;b=0a1b;m=7;t=5;x=9]'],
      text: '            second line',
      event: { message: 'second line' },
    },
    { text: '    MESSAGE=without an entry before', event: null },
    { text: 'Mon 2024-05-06 07:08:09.123456 UTC [main] started', event: null },
  ],
};

const COLUMNS = ['node', 'unit', 'component', 'pid', 'severity', 'caller', 'container', 'pod', 'namespace'] as const;

function fillColumn<Column extends (typeof COLUMNS)[number]>(whole: LogEvent, part: LogEvent, column: Column): void {
  if (part[column] !== null) whole[column] = part[column];
}

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.startsWith(INDENTED)) return readField(text, event, context);
  if (text.length > HEADER_MAX || !text.endsWith(']')) return NOT_MINE;
  const space = text.indexOf(' ');
  if (!isDayName(text.slice(0, space)) || !scanner.scanDateTime(text, space + 1)) return NOT_MINE;
  const { micros, zoned, end } = scanner;
  const match = CURSOR.exec(text.slice(end));
  if (match === null) return NOT_MINE;
  const zone = zoned ? 0 : zoneMinutes(match[1] ?? '');
  if (zone === null) context.clock.setWithoutZone(event, micros);
  else context.clock.setFull(event, micros - zone * MINUTE);
  event.joinKey = match[2] ?? null;
  context.headers.set(NAME, [match[2] ?? '']);
  return READ;
}

/** A field of the entry that was opened last, or a further line of one. */
function readField(text: string, event: LogEvent, context: ReadContext): Reading {
  const cursor = context.headers.get(NAME)?.[0];
  if (cursor === undefined) return NOT_MINE;
  event.joinKey = cursor;
  const field = FIELD.exec(text.slice(0, 80));
  if (field === null) {
    event.message = text.trim();
    return READ;
  }
  const time = { time: event.time, timeGuess: event.timeGuess };
  event.message = readJournalEntry({ [field[1] ?? '']: text.slice(field[0].length) }, event, context);
  // When it happened is said in the first line, for all of them.
  Object.assign(event, time);
  return READ;
}

import type { LogEvent } from '@/lib/events';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import { CAPITALS, DIGITS, SMALL_LETTERS } from './openings';
import type { ReadContext } from './read-context';
import { SyslogLineScanner } from './syslog-line';

const line = new SyslogLineScanner();

export const monthDay: TextFormat = {
  name: 'month-day',
  title: 'Line with a month and a day',
  about:
    'A line that opens with `Mar 21 14:51:17` as syslog does, but names neither machine nor program: applications write this too. The rest is read again for its own format.',
  source: 'https://pubs.opengroup.org/onlinepubs/9799919799/functions/strftime.html, %b %e %T; asctime(3)',
  type: null,
  envelope: true,
  headed: true,
  generic: true,
  reads: 'text',
  needsColon: true,
  opensWith: `${CAPITALS}${DIGITS}${SMALL_LETTERS}`,
  read,
  examples: [
    {
      text: 'Mar 21 14:51:17 something happened',
      event: { time: 1774104677000000, timeGuess: 3, node: null, component: null },
      content: 'something happened',
    },
    { text: 'Mar  4 14:51:17.250 [WARN] slow', event: { severity: null }, content: '[WARN] slow' },
    { text: 'Mar 21 14:51:17 node-a kubelet[178]: of a journal', event: null },
    { text: '2024-05-06T07:08:09Z has a year', event: null },
    { text: 'Mar 41 14:51:17 no such day', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!line.scan(text, 0, context) || line.time.iso || line.named) return NOT_MINE;
  return line.fill(text, event, context) ?? NOT_MINE;
}

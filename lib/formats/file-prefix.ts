import type { LogEvent } from '@/lib/events';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import { CAPITALS, SMALL_LETTERS } from './openings';
import { plainText } from './plain-text';
import { isDigit } from './timestamps';

const NAME_MAX = 160;

/** The name of a log file and, behind a space or a colon (and a line number), a date. */
const NAMED =
  /^((?:[\w.-]{1,60}\/){0,8}([\w-]{1,60})\.log[\w.:-]{0,40}?)(?: |:(?:\d{1,9}:)?)(?=\[?\d{4}[-/]\d\d[-/]\d\d[ T])/;

export const filePrefix: TextFormat = {
  name: 'file-prefix',
  title: 'Collected lines with their file',
  about: 'Lines of several log files in one, each with its file’s name before it, as grep and collectors write them.',
  source: 'https://www.gnu.org/software/grep/manual/grep.html (--with-filename); OpenStack log collections',
  type: null,
  envelope: true,
  reads: 'text',
  opensWith: `._-/${CAPITALS}${SMALL_LETTERS}`,
  read,
  examples: [
    {
      text: 'cart-api.log.1.2024-01-02_13:04:05 2024-01-02 03:04:05.678 7 INFO shop.cart [-] opened',
      event: { component: 'cart-api', attributes: { 'log.file': 'cart-api.log.1.2024-01-02_13:04:05' } },
      content: '2024-01-02 03:04:05.678 7 INFO shop.cart [-] opened',
    },
    {
      text: 'logs/cart.log:12:[2024-01-02T03:04:05] opened',
      event: { component: 'cart' },
      content: '[2024-01-02T03:04:05] opened',
    },
    { text: 'cart.log opened', event: null },
    { text: 'docs/cart.md:2024-01-02 03:04:05 opened', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  if (isDigit(text.charCodeAt(0))) return NOT_MINE;
  const head = text.slice(0, NAME_MAX);
  if (!head.includes('.log')) return NOT_MINE;
  const named = NAMED.exec(head);
  if (named === null) return NOT_MINE;
  event.component ??= named[2] ?? null;
  event.setAttribute('log.file', plainText(named[1] ?? ''));
  return text.slice(named[0].length);
}

import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { plainText } from './plain-text';
import { SeverityWordScanner } from './severity-word';

const SPACE = 32;
const TAB = 9;

const severity = new SeverityWordScanner();

export const leveled: TextFormat = {
  name: 'leveled',
  title: 'Line with a severity',
  about: 'A line that opens with a severity word and has no time of its own: `[INFO] …`, `WARNING: …`, `error: …`.',
  source: 'CoreDNS, Python logging.BASIC_FORMAT, and many a printf',
  type: null,
  generic: true,
  reads: 'text',
  read,
  examples: [
    {
      text: '[INFO] plugin/reload: Running',
      event: { severity: 'info', message: 'plugin/reload: Running', time: null },
    },
    { text: 'WARNING: no disk', event: { severity: 'warning', message: 'no disk' } },
    { text: 'ERROR:shop.cart:gone', event: { severity: 'error', message: 'shop.cart:gone' } },
    { text: '  INFO shop::cart: opened', event: { severity: 'info', message: 'shop::cart: opened' } },
    { text: '[F] out of memory', event: { severity: 'critical', message: 'out of memory' } },
    { text: '[verbose] Add: shop:cart-0', event: { severity: 'debug', message: 'Add: shop:cart-0' } },
    { text: 'verbose: true', event: null },
    { text: 'fail: Shop.Cart[0]', event: { severity: 'error', message: 'Shop.Cart[0]' } },
    { text: 'error reading the cart', event: null },
    { text: 'Information is missing', event: null },
    { text: '[web] ready', event: null },
    { text: 'INFORMED', event: null },
    { text: 'I am ready', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  let at = 0;
  while (at < 8 && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at++;
  if (!severity.scan(text, at, false)) return NOT_MINE;
  event.severity = severity.severity;
  event.message = plainText(text.slice(severity.end));
  return READ;
}

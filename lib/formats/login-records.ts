import { isAddress } from './addresses';
import { isDayName } from './day-names';
import { NOT_MINE, READ, type TextFormat } from './format';
import { monthNumber } from './month-names';
import { plainText } from './plain-text';
import { dayMicros, TimestampScanner } from './timestamps';

const HOUR = 3_600_000_000;
const MINUTE = 60_000_000;
const LINE_MAX = 400;
/** User, terminal (or `system boot`), where from, and when: with `-F` to the second and with the year. */
const RECORD =
  /^([\w.$@-]{1,64}) +(system boot|(?:pts\/|tty|console|ssh:|ftp|:)[\w:./-]{0,32}|~) {1,20}(?:(\S{1,128}) {1,40})?([A-Z][a-z]{2}) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d)(:\d\d (\d{4}))?(?: |$)/;
const BEGINS = /^(?:wtmp|btmp)\S{0,40} begins [A-Z][a-z]{2} /;

const clock = new TimestampScanner();

export const loginRecords: TextFormat = {
  name: 'login-records',
  title: 'last and lastb',
  about: 'Who was logged in on a machine, from where, and when it was started; without -F the year is not told.',
  source: 'util-linux, login-utils/last.c (https://github.com/util-linux/util-linux)',
  type: 'node',
  reads: 'text',
  read(text, event, context) {
    if (text.length > LINE_MAX) return NOT_MINE;
    if (BEGINS.test(text)) {
      event.severity = 'info';
      event.message = text;
      return READ;
    }
    const record = RECORD.exec(text);
    const [, user = '', terminal = '', from, day = '', monthName = '', date, time = '', , year] = record ?? [];
    const month = monthNumber(monthName);
    if (record === null || month === 0 || !isDayName(day)) return NOT_MINE;
    const micros = Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE;
    if (year === undefined) {
      if (!context.clock.setWithoutYear(event, month, Number(date), micros)) return NOT_MINE;
    } else {
      const midnight = dayMicros(Number(year), month, Number(date));
      if (Number.isNaN(midnight)) return NOT_MINE;
      context.clock.setWithoutZone(
        event,
        midnight + (clock.scanClock(`${time}${record[8] ?? ''}`, 0) ? clock.micros : micros),
      );
    }
    event.component ??= 'login';
    event.severity = 'info';
    if (user !== 'reboot' && user !== 'shutdown' && user !== 'runlevel') event.user = user;
    if (from !== undefined && isAddress(from)) event.srcIp = from;
    event.setAttribute('terminal', terminal);
    event.message = plainText(text.trimEnd().replace(/ {2,}/g, ' '));
    return READ;
  },
  examples: [
    {
      text: 'ann      pts/1        192.0.2.7        Mon May  6 06:00 - 06:30  (00:30)',
      event: {
        user: 'ann',
        srcIp: '192.0.2.7',
        component: 'login',
        attributes: { terminal: 'pts/1' },
        message: 'ann pts/1 192.0.2.7 Mon May 6 06:00 - 06:30 (00:30)',
      },
    },
    {
      text: 'ann      pts/1        192.0.2.7        Mon May  6 07:08:09 2024   still logged in',
      event: { time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000, timeGuess: 2 },
    },
    { text: 'reboot   system boot  5.15.0-1-amd64   Mon May  6 05:00   still running', event: { user: null } },
    { text: 'wtmp begins Mon Apr  1 00:00:01 2024', event: { message: 'wtmp begins Mon Apr  1 00:00:01 2024' } },
    { text: 'ann opened the cart on Mon May  6 06:00', event: null },
    { text: 'ann      pts/1        192.0.2.7        Mon Cart  6 06:00', event: null },
  ],
};

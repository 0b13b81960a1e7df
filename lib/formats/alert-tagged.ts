import { type LogEvent, severityFromWord } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { CAPITALS } from './openings';
import { raiseSeverity } from './raise-severity';
import type { ReadContext } from './read-context';
import { dayMicros, isDigit } from './timestamps';

/** Tag of an alert or a dash, seconds since 1970, the day, the machine; then what the machine logged. */
const HEADER = /^(-|[A-Z][A-Z0-9_-]{1,24}) (\d{9,10}) (\d{4})\.(\d\d)\.(\d\d) (\S{1,128}) /;
/** Blue Gene's own records: time, place, kind, facility, severity. */
const RELIABILITY = /^\d{4}-\d\d-\d\d-\d\d\.\d\d\.\d\d\.(\d{6}) \S{1,128} (\S{1,32}) (\S{1,32}) ([A-Z]{4,10})(?: |$)/;
const HEADER_MAX = 300;

export const alertTagged: TextFormat = {
  name: 'alert-tagged',
  title: 'Logs of supercomputers',
  about:
    'Collected logs of large clusters, each line with the tag of the alert that an operator saw in it, or a dash; inside are syslog lines or Blue Gene’s RAS records.',
  source: 'https://www.usenix.org/cfdr-data (HPC4); Oliner and Stearley, DSN 2007, section 3',
  type: 'node',
  envelope: true,
  reads: 'text',
  opensWith: `-${CAPITALS}`,
  read,
  examples: [
    {
      text: '- 1141203600 2006.03.01 cn7 Mar 1 09:00:00 cn7/cn7 login(pam_unix)[77]: session opened for user ann',
      event: { time: 1141203600000000, timeGuess: 0, node: 'cn7', severity: null },
      content: 'Mar 1 09:00:00 cn7/cn7 login(pam_unix)[77]: session opened for user ann',
    },
    {
      text: 'KERNFAN 1141203600 2006.03.01 R07-M0-N1 2006-03-01-01.00.00.250000 R07-M0-N1 RAS KERNEL FATAL a fan stands still',
      event: {
        time: 1141203600250000,
        node: 'R07-M0-N1',
        component: 'KERNEL',
        severity: 'critical',
        message: 'a fan stands still',
        attributes: { 'alert.tag': 'KERNFAN', 'record.kind': 'RAS' },
      },
    },
    { text: '- 1141203600 2006.13.01 cn7 no such month', event: null },
    { text: '- 12 files changed', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const space = text.indexOf(' ');
  if (space < 1 || space > 25 || !isDigit(text.charCodeAt(space + 1))) return NOT_MINE;
  const header = HEADER.exec(text.slice(0, HEADER_MAX));
  if (header === null) return NOT_MINE;
  const [opening, tag = '-', seconds, year, month, day, node = ''] = header;
  if (Number.isNaN(dayMicros(Number(year), Number(month), Number(day)))) return NOT_MINE;
  const content = text.slice(opening.length);
  event.node = node;
  if (tag !== '-') {
    event.setAttribute('alert.tag', tag);
    raiseSeverity(event, 'warning');
  }
  const micros = Number(seconds) * 1_000_000;
  const record = RELIABILITY.exec(content.slice(0, HEADER_MAX));
  context.clock.setFull(event, record === null ? micros : micros + Number(record[1]));
  if (record === null) return content;
  event.component = record[3] ?? null;
  if (record[2] !== 'NULL') event.setAttribute('record.kind', record[2]);
  raiseSeverity(event, severityFromWord(record[4] === 'FAILURE' ? 'error' : (record[4] ?? '')) ?? 'info');
  event.message = content.slice(record[0].length);
  return READ;
}

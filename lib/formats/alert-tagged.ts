import { type LogEvent, severityFromWord } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
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
  source: 'USENIX, Computer Failure Data Repository, HPC4; Oliner and Stearley, DSN 2007, section 3',
  type: 'node',
  envelope: true,
  reads: 'text',
  read,
  examples: [
    {
      text: '- 1131566461 2005.11.09 dn1 Nov 9 12:01:01 dn1/dn1 crond(pam_unix)[77]: session closed for user root',
      event: { time: 1131566461000000, timeGuess: 0, node: 'dn1', severity: null },
      content: 'Nov 9 12:01:01 dn1/dn1 crond(pam_unix)[77]: session closed for user root',
    },
    {
      text: 'KERNDTLB 1117838570 2005.06.03 R02-M1-N0 2005-06-03-15.42.50.675872 R02-M1-N0 RAS KERNEL FATAL data TLB error interrupt',
      event: {
        time: 1117838570675872,
        node: 'R02-M1-N0',
        component: 'KERNEL',
        severity: 'critical',
        message: 'data TLB error interrupt',
        attributes: { 'alert.tag': 'KERNDTLB', 'record.kind': 'RAS' },
      },
    },
    { text: '- 1131566461 2005.13.09 dn1 no such month', event: null },
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

import { NOT_MINE, READ, type TextFormat } from './format';

const OPENING = 'message repeated ';
const LAST = /^last message repeated (\d{1,9}) times?$/;

/** Whether syslog said this of a program's message, in the program's name. */
export function isRepetition(text: string): boolean {
  return text.startsWith(OPENING) || text.startsWith('last message repeated ');
}

/** What rsyslog and syslog-ng write for a message that came again and again. */
export const syslogRepeated: TextFormat = {
  name: 'syslog-repeated',
  title: 'Repeated syslog message',
  about:
    '“message repeated 3 times: [ … ]”: the message inside is read once, and how often it came is kept. “last message repeated 3 times” stands for the line before it.',
  source: 'rsyslog/rsyslog, runtime/ratelimit.c (RepeatedMsgReduction)',
  type: null,
  envelope: true,
  reads: 'text',
  opensWith: 'ml',
  read(text, event) {
    if (!isRepetition(text)) return NOT_MINE;
    const last = LAST.exec(text.slice(0, 48));
    if (last !== null) {
      event.setAttribute('repeated', Number(last[1]));
      event.message = text;
      return READ;
    }
    if (!text.startsWith(OPENING)) return NOT_MINE;
    const match = /^(\d{1,9}) times: \[ ?/.exec(text.slice(OPENING.length, OPENING.length + 32));
    if (match === null) return NOT_MINE;
    event.setAttribute('repeated', Number(match[1]));
    const inner = text.slice(OPENING.length + match[0].length).trimEnd();
    return inner.endsWith(']') ? inner.slice(0, -1).trimEnd() : inner;
  },
  examples: [
    {
      text: 'message repeated 3 times: [ Failed password for root from 192.0.2.7 port 40100 ssh2]',
      event: { attributes: { repeated: 3 } },
      content: 'Failed password for root from 192.0.2.7 port 40100 ssh2',
    },
    { text: 'message repeated many times: [ x ]', event: null },
    {
      text: 'last message repeated 3 times',
      event: { attributes: { repeated: 3 }, message: 'last message repeated 3 times' },
    },
    { text: 'last message repeated 3 times by somebody', event: null },
  ],
};

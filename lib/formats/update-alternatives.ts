import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type TextFormat } from './format';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const PROGRAM = 'update-alternatives ';
const scanner = new TimestampScanner();

/** The log of Debian's links between programs of one purpose; images of nodes are full of it. */
export const updateAlternatives: TextFormat = {
  name: 'update-alternatives',
  title: 'Debian alternatives',
  about: 'What `update-alternatives` did: which program a name stands for from now on. In the machine’s own time.',
  source: 'https://man7.org/linux/man-pages/man1/update-alternatives.1.html, /var/log/alternatives.log',
  type: 'node',
  reads: 'text',
  opensWith: 'u',
  headed: true,
  read: (text: string, event: LogEvent, context: ReadContext) => {
    if (!text.startsWith(PROGRAM) || !scanner.scanDateTime(text, PROGRAM.length)) return NOT_MINE;
    if (!text.startsWith(': ', scanner.end)) return NOT_MINE;
    context.clock.setWithoutZone(event, scanner.micros);
    event.type = 'node';
    event.severity = 'info';
    event.component = 'update-alternatives';
    event.message = text.slice(scanner.end + 2);
    return READ;
  },
  examples: [
    {
      text: 'update-alternatives 2024-05-06 07:08:09: link group iptables updated to point to /usr/sbin/iptables-nft',
      event: {
        type: 'node',
        component: 'update-alternatives',
        message: 'link group iptables updated to point to /usr/sbin/iptables-nft',
        time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000,
      },
    },
    { text: 'update-alternatives: using /usr/bin/vim.basic to provide /usr/bin/vim', event: null },
  ],
};

import type { LogEvent } from '@/lib/events';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const SPACE = 32;
const COLON = 58;
const UPPER_F = 70;
const UPPER_P = 80;

const scanner = new TimestampScanner();

export const cri: TextFormat = {
  name: 'cri',
  title: 'Container output (CRI)',
  about:
    'What containerd and CRI-O write for every line of a container: a time, the stream, and whether the line goes on in the next record.',
  source: 'kubernetes/design-proposals-archive, node/kubelet-cri-logging.md',
  type: null,
  envelope: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2025-03-21T14:51:46.48168132Z stderr F listening on :8080',
      event: { time: 1742568706481681, timeGuess: 0, stream: 'stderr' },
      content: 'listening on :8080',
    },
    {
      text: '2025-03-21T14:51:46.5+02:00 stdout P half of a ',
      event: { time: 1742561506500000, stream: 'stdout' },
      content: 'half of a ',
    },
    { text: '2025-03-21T14:51:46Z stdout F', event: { stream: 'stdout' }, content: '' },
    { text: '2025-03-21T14:51:46Z stdout P:x more', event: { stream: 'stdout' }, content: 'more' },
    { text: '2025-03-21T14:51:46Z stdout Fine weather', event: null },
    { text: '2025-03-21T14:51:46 stdout F no zone', event: null },
    { text: '2025-03-21T14:51:46Z stdlog F no such stream', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!scanner.scanDateTime(text, 0) || !scanner.zoned || text.charCodeAt(scanner.end) !== SPACE) return NOT_MINE;
  const at = scanner.end + 1;
  const stream = streamAt(text, at);
  if (stream === null) return NOT_MINE;
  const tag = text.charCodeAt(at + 7);
  if (tag !== UPPER_F && tag !== UPPER_P) return NOT_MINE;
  let end = at + 8;
  if (text.charCodeAt(end) === COLON) end = endOfTags(text, end);
  if (end < text.length && text.charCodeAt(end) !== SPACE) return NOT_MINE;
  context.partial = tag === UPPER_P;
  context.clock.setFull(event, scanner.micros);
  event.stream = stream;
  return text.slice(end + 1);
}

/** `stdout ` or `stderr ` at `at`; both are six letters long. Also asked by formats that must leave CRI lines alone. */
export function streamAt(text: string, at: number): 'stdout' | 'stderr' | null {
  if (text.startsWith('stdout ', at)) return 'stdout';
  return text.startsWith('stderr ', at) ? 'stderr' : null;
}

/** Tags may become a list separated by colons. */
function endOfTags(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 ? text.length : space;
}

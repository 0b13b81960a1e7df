import type { LogEvent } from '@/lib/events';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import { CAPITALS, DIGITS, SMALL_LETTERS } from './openings';

const SPACE = 32;
const BAR = 124;
const NAME_MAX = 64;

export const composePrefix: TextFormat = {
  name: 'compose-prefix',
  title: 'docker compose logs',
  about: 'The name of a container and a bar before each line, as `docker compose logs` prints them side by side.',
  source: 'docker/compose, cmd/formatter/logs.go',
  type: null,
  envelope: true,
  interleaved: true,
  generic: true,
  reads: 'text',
  opensWith: `-._${CAPITALS}${DIGITS}${SMALL_LETTERS}`,
  read,
  examples: [
    { text: 'web-1  | listening', event: { container: 'web-1' }, content: 'listening' },
    { text: 'cache  |   two spaces kept', event: { container: 'cache' }, content: '  two spaces kept' },
    { text: 'web_1 | ', event: { container: 'web_1' }, content: '' },
    { text: 'ps | grep web', event: null },
    { text: '| a | table |', event: null },
    { text: 'no bar', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  let end = 0;
  while (end < NAME_MAX && isNameLetter(text.charCodeAt(end))) end++;
  let bar = end;
  while (bar < end + NAME_MAX && text.charCodeAt(bar) === SPACE) bar++;
  if (end === 0 || bar === end || text.charCodeAt(bar) !== BAR) return NOT_MINE;
  const next = text.charCodeAt(bar + 1);
  if (!Number.isNaN(next) && next !== SPACE) return NOT_MINE;
  const name = text.slice(0, end);
  // A word and a bar are a pipe or a table as well; compose pads names, or numbers them.
  if (bar - end < 2 && !/[-_]\d{1,4}$/.test(name)) return NOT_MINE;
  event.container ??= name;
  return text.slice(bar + 2);
}

function isNameLetter(code: number): boolean {
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return letter || (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 95;
}

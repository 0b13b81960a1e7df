import { NOT_MINE, READ, type TextFormat } from './format';

const PLUS = 43;
const SPACE = 32;
/** Deeper nesting of subshells is nobody's entry script. */
const DEPTH_MAX = 8;

/** The commands of an entry script that was run with tracing on. */
export const shellTrace: TextFormat = {
  name: 'shell-trace',
  title: 'Traced shell commands',
  about:
    'Commands that a shell shows before it runs them (`set -x`), a plus for every subshell: entry scripts of containers.',
  source:
    'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html (POSIX.1-2024, Shell Command Language, set -x and PS4)',
  type: null,
  reads: 'text',
  opensWith: '+',
  generic: true,
  read(text, event) {
    let depth = 0;
    while (text.charCodeAt(depth) === PLUS) depth += 1;
    if (depth === 0 || depth > DEPTH_MAX || text.charCodeAt(depth) !== SPACE || text.length === depth + 1)
      return NOT_MINE;
    event.message = text.slice(depth + 1);
    event.severity = 'debug';
    return READ;
  },
  examples: [
    { text: '+ exec kubelet --v=2', event: { message: 'exec kubelet --v=2', severity: 'debug' } },
    { text: "++ cut -d '=' -f 2", event: { message: "cut -d '=' -f 2" } },
    { text: '+ ', event: null },
    { text: '+1 for this', event: null },
  ],
};

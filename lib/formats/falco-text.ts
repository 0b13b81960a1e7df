import { type LogEvent, severityFromWord } from '@/lib/events';
import { readFalcoFields } from './falco';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const scanner = new TimestampScanner();

const PRIORITIES: ReadonlySet<string> = new Set([
  'Emergency',
  'Alert',
  'Critical',
  'Error',
  'Warning',
  'Notice',
  'Informational',
  'Debug',
]);
const PAIRS_MAX = 64;

/** What rules write before `=` for fields that have a column (falco_rules.yaml, outputs). */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['k8s_ns_name', 'k8s.ns.name'],
  ['k8s_ns', 'k8s.ns.name'],
  ['k8s.ns', 'k8s.ns.name'],
  ['k8s_pod_name', 'k8s.pod.name'],
  ['k8s_pod', 'k8s.pod.name'],
  ['k8s.pod', 'k8s.pod.name'],
  ['container_name', 'container.name'],
  ['container', 'container.name'],
  ['container_image_repository', 'container.image.repository'],
  ['container_image_tag', 'container.image.tag'],
  ['container_id', 'container.id'],
  ['user', 'user.name'],
  ['user_uid', 'user.uid'],
  ['user_loginuid', 'user.loginuid'],
  ['process', 'proc.name'],
  ['proc_exepath', 'proc.exepath'],
  ['parent', 'proc.pname'],
  ['command', 'proc.cmdline'],
  ['cmdline', 'proc.cmdline'],
  ['terminal', 'proc.tty'],
  ['file', 'fd.name'],
  ['connection', 'fd.name'],
  ['evt_type', 'evt.type'],
  ['pid', 'proc.pid'],
]);

export const falcoText: TextFormat = {
  name: 'falco-text',
  title: 'Falco alerts (text)',
  about:
    'Time of day, priority, the rule’s sentence and its key=value fields. The date is told only where time_format_iso_8601 is set.',
  source: 'https://falco.org/docs/concepts/outputs/formatting/ and userspace/engine/formats.cpp',
  type: 'node',
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '07:08:09.123456789: Notice A shell was spawned (user=root shell=bash parent=runc cmdline=bash -i terminal=34816) container_id=0a1b k8s_ns_name=shop k8s_pod_name=cart-0',
      event: {
        time: null,
        severity: 'notice',
        component: 'falco',
        user: 'root',
        namespace: 'shop',
        pod: 'cart-0',
        message:
          'A shell was spawned (user=root shell=bash parent=runc cmdline=bash -i terminal=34816) container_id=0a1b k8s_ns_name=shop k8s_pod_name=cart-0',
        attributes: {
          priority: 'Notice',
          shell: 'bash',
          'proc.pname': 'runc',
          'proc.cmdline': 'bash -i',
          'proc.tty': '34816',
          'container.id': '0a1b',
        },
      },
    },
    {
      text: '2024-05-06T07:08:09.123456789+0000: Critical Possible miner | process=xmrig command=xmrig -o pool.example:3333 k8s_pod_name=<NA>',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000 + 456,
        severity: 'critical',
        pod: null,
        attributes: { priority: 'Critical', 'proc.name': 'xmrig', 'proc.cmdline': 'xmrig -o pool.example:3333' },
      },
    },
    { text: '07:08:09.123456789: something else', event: null },
    { text: '07:08:09: Warning without a fraction', event: null },
    { text: '2024-05-06T07:08:09Z: Loading rules', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const dated = text.charCodeAt(4) === 45;
  if (!(dated ? scanner.scanDateTime(text, 0) : scanner.scanClock(text, 0))) return NOT_MINE;
  if (scanner.fractionDigits < 6 || !text.startsWith(': ', scanner.end)) return NOT_MINE;
  const start = scanner.end + 2;
  const space = text.slice(start, start + 14).indexOf(' ');
  const priority = text.slice(start, start + space);
  if (space === -1 || !PRIORITIES.has(priority)) return NOT_MINE;
  if (dated) context.clock.setFull(event, scanner.micros);
  event.severity = severityFromWord(priority);
  event.component = 'falco';
  event.setAttribute('priority', priority);
  event.message = text.slice(start + space + 1);
  readFalcoFields(pairsOf(event.message), event);
  return READ;
}

/**
 * The `key=value` fields of a rule's output, in brackets or behind a bar. Values may hold spaces: each goes on to the next
 * word with an equals sign in it.
 */
function pairsOf(message: string): Record<string, string> {
  const pairs: Record<string, string> = Object.create(null);
  const open = message.search(/[(|]/);
  let key: string | null = null;
  let value = '';
  let count = 0;
  for (const word of message.slice(open + 1, open + 8192).split(' ')) {
    const equals = /^\(?([A-Za-z][\w.[\]]{0,60})=/.exec(word);
    if (equals === null) {
      value += ` ${word}`;
      continue;
    }
    if (key !== null) pairs[key] = bare(value);
    if (++count > PAIRS_MAX) return pairs;
    key = COLUMNS.get(equals[1] ?? '') ?? equals[1] ?? '';
    value = word.slice(equals[0].length);
  }
  if (key !== null) pairs[key] = bare(value);
  return pairs;
}

function bare(value: string): string {
  return value.endsWith(')') && !value.includes('(') ? value.slice(0, -1) : value;
}

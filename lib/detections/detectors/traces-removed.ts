import { attributeColumn } from '@/lib/columns';
import { tamperingTells } from '../commands';
import { daysOf } from '../days-of';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { repeated, type TimelessEvent, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf } from '../first-seen';
import { confidenceOfNew } from '../levels';
import { queryOf, queryOfAny } from '../query-of';
import { rowsBy } from '../rows-by';
import type { KeyPart, Tally, TallyRow } from '../tally';
import { counted, lengthOf, listed } from '../words';

const BUCKET_SECONDS = 600;
/** On so many days it is the machine's upkeep. */
const HABIT_DAYS = 3;
const SHOWN_MAX = 120;
const COMMAND = 'command';
const BINARY = 'process.binary';
const ARGUMENTS = 'process.arguments';
const AUDIT_TYPE = 'audit.type';
const NODE: KeyPart = { field: 'node', optional: true };
/** Programs that remove traces, depending on what they are told. */
const PROGRAMS =
  /\/(?:journalctl|rm|shred|truncate|unlink|dd|auditctl|systemctl|service|pkill|killall|kill|bash|sh|dash|ash)$/;

/** What sudo and the kernel's audit say was run. */
const COMMANDS: Tally = {
  name: 'tampering-commands',
  version: 1,
  types: ['node'],
  where: [{ field: attributeColumn(COMMAND), test: (command) => tamperingTells(String(command ?? '')) !== null }],
  by: [NODE, { field: attributeColumn(COMMAND) }],
  bucketSeconds: BUCKET_SECONDS,
};

/** The same as Tetragon says it: program and arguments. */
const PROCESSES: Tally = {
  name: 'tampering-processes',
  version: 1,
  types: ['node'],
  where: [
    { field: attributeColumn(BINARY), test: (binary) => PROGRAMS.test(String(binary ?? '')) },
    { field: attributeColumn('event'), test: (event) => event === 'process_exec' },
  ],
  by: [NODE, { field: attributeColumn(BINARY) }, { field: attributeColumn(ARGUMENTS) }],
  bucketSeconds: BUCKET_SECONDS,
};

/** Changes of what the kernel audits, by somebody who logged in. */
const CHANGES: Tally = {
  name: 'audit-changes',
  version: 1,
  types: ['node'],
  where: [
    { field: attributeColumn(AUDIT_TYPE), test: (type) => type === 'CONFIG_CHANGE' },
    { field: attributeColumn('auid'), test: (auid) => auid !== null && auid !== 'unset' },
    { field: attributeColumn('op'), test: (op) => op === 'remove_rule' || op === 'set' },
  ],
  by: [NODE, { field: attributeColumn('op') }],
  bucketSeconds: BUCKET_SECONDS,
};

export const tracesRemoved: Detector = {
  name: 'traces-removed',
  title: 'Traces removed on a node',
  about: `On a node somebody emptied the journal, removed logs or the history of a shell, changed what is audited, or stopped what watches: by sudo, the kernel's audit or Tetragon. Needs no history; what is run on ${HABIT_DAYS} or more days there is upkeep and left out.`,
  falsePositives: 'An administrator who makes room on a full disk.',
  types: ['node'],
  techniques: ['T1070.002', 'T1070.003', 'T1562.001'],
  tallies: [COMMANDS, PROCESSES, CHANGES],
  *detect(history) {
    const span = history.span('node');
    const sources = [COMMANDS, PROCESSES, CHANGES] as const;
    for (const source of sources) {
      for (const [node, rows] of rowsBy(history.tallied(source).rows, 0)) {
        const odd = rows.filter((row) => tellsOf(source, row) !== null && daysOf([row], BUCKET_SECONDS) < HABIT_DAYS);
        for (const episode of episodesOf(odd, BUCKET_SECONDS, span)) yield finding(source, node, episode);
      }
    }
  },
  examples: [
    {
      says: 'somebody empties the journal and removes the history of his shell',
      events: () =>
        together(
          repeated(ran('/usr/bin/journalctl --vacuum-time=1s'), 1, 1, MONDAY + DAY),
          repeated(ran('/usr/bin/rm -f /root/.bash_history'), 1, 1, MONDAY + DAY + MINUTE),
        ),
      finds: [{ key: ['node-1', 'tampering-commands'], level: 'high', events: 2 }],
    },
    {
      says: 'each night the machine makes room in its journal, and somebody reads it',
      events: () =>
        together(
          repeated(ran('/usr/bin/journalctl --vacuum-size=500M'), 5, DAY),
          repeated(ran('/usr/bin/journalctl -u kubelet -n 100'), 9, HOUR),
        ),
      finds: [],
    },
  ],
};

function ran(command: string): TimelessEvent {
  return { type: 'node', fields: { node: 'node-1', user: 'root' }, attributes: { [COMMAND]: command } };
}

function tellsOf(source: Tally, { key: [, first = '', second = ''] }: TallyRow): string | null {
  if (source === CHANGES) return 'changes what is audited';
  return tamperingTells(source === PROCESSES ? `${first} ${second}` : first);
}

function finding(source: Tally, node: string, { rows, from, to, events, history }: Episode): Finding {
  const does = listed(rows.map((row) => tellsOf(source, row) ?? ''));
  const commands = listed(rows.map(({ key: [, ...words] }) => words.join(' ').slice(0, SHOWN_MAX)));
  return {
    key: [node, source.name],
    type: 'node',
    from,
    to,
    level: 'high',
    confidence: confidenceOfNew(history),
    title: `On ${node || 'a node'} somebody ${does}`,
    reason: `${counted(events, 'event')}: ${commands}; not a habit of this node in ${lengthOf(history)} of logs.`,
    observed: events,
    expected: 0,
    history,
    query: `${queryOf({ node })} ${sourceQuery(source, rows)}`,
    events,
    subject: node === '' ? {} : { node },
    techniques: ['T1070.002', 'T1070.003', 'T1562.001'],
  };
}

function sourceQuery(source: Tally, rows: readonly TallyRow[]): string {
  const second = rows.map(({ key }) => key[1] ?? '');
  if (source === COMMANDS) return queryOf({ [COMMAND]: second });
  if (source === CHANGES) return `${queryOf({ [AUDIT_TYPE]: 'CONFIG_CHANGE', op: second })} auid:* -auid:unset`;
  const processes = rows.map(({ key: [, binary = '', args = ''] }) => queryOf({ [BINARY]: binary, [ARGUMENTS]: args }));
  return `${queryOf({ event: 'process_exec' })} ${queryOfAny(processes)}`;
}

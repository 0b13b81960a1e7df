import { attributeColumn } from '@/lib/columns';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { repeated, type TimelessEvent, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned } from '../first-seen';
import type { History } from '../history';
import { confidenceOfNew } from '../levels';
import { podsOf } from '../pods-of';
import { queryOf } from '../query-of';
import type { Tally, TallyRow } from '../tally';
import { counted, lengthOf, listed } from '../words';
import { workloadOf } from '../workload-of';

const BUCKET_SECONDS = 3600;
const EXE = 'exe';
const BINARY = 'process.binary';
/** Where programs are dropped: everybody may write there, or nothing is left on the disk. */
const DROPPED = /^(?:\/tmp\/|\/var\/tmp\/|\/dev\/shm\/|\/proc\/self\/fd|\/run\/user\/|memfd:)|\(deleted\)$/;
/** What hardly anybody but intruders uses (Falco's and Elastic's lists): one is enough. */
const GRAVE_TOOLS: ReadonlySet<string> = new Set(
  'nc ncat netcat nc.openbsd nc.traditional socat nmap masscan zmap nsenter unshare chroot insmod xmrig chisel frpc ngrok sshpass hydra shred'.split(
    ' ',
  ),
);
/** What administrators use as well. */
const COMMON_TOOLS: ReadonlySet<string> = new Set(
  'curl wget modprobe gdb strace tcpdump kubectl crictl ctr nerdctl docker base64 xxd useradd usermod chpasswd crontab getent capsh python python3 perl ruby php'.split(
    ' ',
  ),
);
/** One common tool is an administrator's; several new ones on one machine are not. */
const TOOLS_MIN = 3;
/** A pod's image has all the programs that its workload runs. */
const TOOLS_MIN_IN_PODS = 1;

/** Programs that the kernel's audit saw. Key: program, node. */
const ON_NODES: Tally = {
  name: 'programs-on-nodes',
  version: 1,
  types: ['node'],
  where: [{ field: attributeColumn(EXE), test: isTelling }],
  by: [{ field: attributeColumn(EXE) }, { field: 'node', optional: true }],
  bucketSeconds: BUCKET_SECONDS,
};

/** Programs that Tetragon saw. Key: program, node, namespace, workload. */
const BY_TETRAGON: Tally = {
  name: 'programs-by-tetragon',
  version: 1,
  types: ['node'],
  where: [
    { field: attributeColumn(BINARY), test: isTelling },
    { field: attributeColumn('event'), test: (event) => event === 'process_exec' },
  ],
  by: [
    { field: attributeColumn(BINARY) },
    { field: 'node', optional: true },
    { field: 'namespace', optional: true },
    { field: 'pod', as: (pod) => workloadOf(String(pod).toLowerCase()), optional: true },
  ],
  bucketSeconds: BUCKET_SECONDS,
};

export const newPrograms: Detector = {
  name: 'new-programs',
  title: 'New programs that intruders use',
  about: `On a node (by the kernel's audit) or in a workload (by Tetragon) programs ran that had not run there in the two days or more before: one from a folder where everybody may write or from memory, one that hardly anybody but intruders uses, ${TOOLS_MIN} or more that administrators use as well, or ${TOOLS_MIN_IN_PODS} of these in a workload. Other new programs come with every update.`,
  falsePositives: 'An administrator who looks for a fault. Look at who logged in.',
  types: ['node'],
  techniques: ['T1059', 'T1105'],
  tallies: [ON_NODES, BY_TETRAGON],
  *detect(history) {
    yield* newOf(ON_NODES, history);
    yield* newOf(BY_TETRAGON, history);
  },
  examples: [
    {
      says: 'after three days something runs from a folder for all, with tools that never ran on the node',
      events: () =>
        together(
          repeated(ran('/usr/bin/python3'), 72, HOUR),
          repeated(ran('/dev/shm/kworker'), 2, MINUTE, MONDAY + 3 * DAY),
          repeated(ran('/usr/bin/nsenter'), 1, MINUTE, MONDAY + 3 * DAY),
        ),
      finds: [{ key: ['node-1'], level: 'high', events: 3, observed: 2 }],
    },
    {
      says: 'an administrator uses a tool that never ran on the node',
      events: () =>
        together(
          repeated(ran('/usr/bin/python3'), 72, HOUR),
          repeated(ran('/usr/bin/curl'), 2, HOUR, MONDAY + 3 * DAY),
        ),
      finds: [],
    },
  ],
};

function ran(exe: string): TimelessEvent {
  return { type: 'node', fields: { node: 'node-1', component: 'auditd' }, attributes: { [EXE]: exe } };
}

function isTelling(program: string | number | null): boolean {
  if (program === null) return false;
  const text = String(program);
  return DROPPED.test(text) || GRAVE_TOOLS.has(nameOf(text)) || COMMON_TOOLS.has(nameOf(text));
}

/** `python3` of `/usr/bin/python3.12`. */
function nameOf(program: string): string {
  const name = program.slice(program.lastIndexOf('/') + 1);
  return name.replace(/(\d)\.\d{1,2}$/, '$1');
}

function placeOf({ key: [, node = '', namespace = '', workload = ''] }: TallyRow): string {
  return workload === '' ? node : `${namespace}/${workload}`;
}

function* newOf(tally: Tally, history: History): Generator<Finding> {
  const span = history.span('node');
  const firsts = new Map<string, number>();
  const places = new Map<string, TallyRow[]>();
  const { rows } = history.tallied(tally);
  for (const row of rows) {
    const name = `${placeOf(row)} ${row.key[0]}`;
    firsts.set(name, Math.min(row.first, firsts.get(name) ?? row.first));
  }
  for (const row of rows) {
    const first = firsts.get(`${placeOf(row)} ${row.key[0]}`) ?? row.first;
    if (!isLearned(first, span) || row.first >= first + DAY) continue;
    places.set(placeOf(row), [...(places.get(placeOf(row)) ?? []), row]);
  }
  for (const own of places.values()) {
    const isInPod = own.some(({ key }) => Boolean(key[3]));
    for (const episode of episodesOf(own, BUCKET_SECONDS, span)) {
      const programs = [...new Set(episode.rows.map(({ key }) => key[0] ?? ''))];
      const isDropped = programs.some((program) => DROPPED.test(program));
      const isGrave = programs.some((program) => GRAVE_TOOLS.has(nameOf(program)));
      const isEnough = programs.length >= (isInPod ? TOOLS_MIN_IN_PODS : TOOLS_MIN);
      if (isDropped || isGrave || isEnough) yield finding(tally, programs, isDropped, episode);
    }
  }
}

function finding(
  tally: Tally,
  programs: readonly string[],
  isDropped: boolean,
  { rows, from, to, events, history }: Episode,
): Finding {
  const [, node = '', namespace = '', workload = ''] = rows[0]?.key ?? [];
  const nodes = [...new Set(rows.map(({ key }) => key[1] ?? ''))];
  const place = workload === '' ? node : `${namespace}/${workload}`;
  const machine = queryOf({ node, ...(tally === BY_TETRAGON ? { pod: null } : {}) });
  const where = workload === '' ? machine : `${queryOf({ node: nodes, namespace })} ${podsOf('pod', workload)}`;
  const field = tally === BY_TETRAGON ? BINARY : EXE;
  const event = tally === BY_TETRAGON ? `${queryOf({ event: 'process_exec' })} ` : '';
  return {
    key: workload === '' ? [node] : [namespace, workload],
    type: 'node',
    from,
    to,
    level: isDropped ? 'high' : 'medium',
    confidence: confidenceOfNew(history),
    title: `${place || 'A node'} ran ${listed(programs)} for the first time`,
    reason: `${counted(programs.length, 'program')} that intruders use (${listed(programs)}), ${counted(events, 'time')}; none of them ran there in the ${lengthOf(history)} of logs before.`,
    observed: programs.length,
    expected: 0,
    history,
    query: `${where} ${event}${queryOf({ [field]: programs })}`,
    events,
    subject: workload === '' ? { node } : { namespace, workload },
    techniques: ['T1059', 'T1105'],
  };
}

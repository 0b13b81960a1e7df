import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { DATABASE, flow, WEB, workload } from '../example-flows';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned } from '../first-seen';
import { endAt, endKey, endName, endSubject } from '../flow-ends';
import { byEnd } from '../flow-groups';
import { confidenceOfNew } from '../levels';
import { isMetadataAddress } from '../tallies/cloud-metadata';
import { edgesOf, edgesQuery, firstTimesOf } from '../tallies/inside-edges';
import { INSIDE, INSIDE_FLOWS } from '../tallies/inside-flows';
import type { TallyRow } from '../tally';
import { counted, lengthOf, listed } from '../words';

/** Who has not been there for this long has no habits. */
const KNOWN_FOR = DAY;
/** More at once is a scan, which is another finding. */
const EDGES_MAX = 20;
/** Who did something new on so many days before does so all the time. */
const RESTLESS_DAYS = 2;
const MANY = 5;
/** One new destination is how programs change; so many within a day are more than that. */
const SEVERAL = 3;
/** SSH, SMB, RDP, Docker, etcd, kubelet: where a machine is taken over. */
const ADMIN_PORTS: ReadonlySet<string> = new Set([22, 445, 3389, 2375, 2376, 2379, 2380, 10_250].map(String));

export const newConnection: Detector = {
  name: 'new-connection',
  title: 'A workload asks another for the first time',
  about: `After two days of flows, a workload that was there for a day opened a connection to another one that was there for a day as well, on a port that it never used, with anybody: ${SEVERAL} or more such destinations within a day, or a port through which machines are taken over (SSH, SMB, RDP, Docker, etcd, kubelet). One finding for a workload and a day, with the list. Left out is who did so on ${RESTLESS_DAYS} or more days before, and more than ${EDGES_MAX} at once, which is a scan.`,
  falsePositives:
    'A new version that uses another service; jobs that run less than once in two days. Look at what was rolled out at that time, and at who may want to reach that port.',
  types: ['network'],
  techniques: ['T1210'],
  tallies: [INSIDE_FLOWS],
  *detect(history) {
    const { rows } = history.tallied(INSIDE_FLOWS);
    const span = history.span('network');
    const known = firstTimesOf(rows);
    const isNew = (edge: TallyRow) =>
      isLearned(edge.first, span) &&
      !isMetadataAddress(endAt(edge, INSIDE.destination).name) &&
      [INSIDE.source, INSIDE.destination].every(
        (place) => (known.get(endKey(endAt(edge, place))) ?? edge.first) <= edge.first - KNOWN_FOR,
      );
    for (const ofSource of byEnd(edgesOf(rows), INSIDE.source).values()) {
      const news = ofSource.filter((edge) => isNew(edge) && !usesThePort(edge, ofSource));
      const episodes = episodesOf(news, INSIDE_FLOWS.bucketSeconds, span);
      for (const episode of episodes.slice(0, RESTLESS_DAYS)) {
        if (episode.rows.length <= EDGES_MAX && isRemarkable(episode)) yield finding(episode);
      }
    }
  },
  examples: [
    {
      says: 'on the fourth day a workload opens SSH connections to two machines',
      events: () =>
        together(
          repeated(flow(WEB, DATABASE, 5432), 96, HOUR),
          repeated((n) => flow(workload(1), { ip: `10.0.0.${(n % 2) + 1}` }, 443), 96, HOUR),
          repeated((n) => flow(WEB, { ip: `10.0.0.${(n % 2) + 1}` }, 22), 6, MINUTE, MONDAY + 3 * DAY),
        ),
      finds: [
        {
          key: ['shop', 'web'],
          level: 'medium',
          observed: 2,
          events: 6,
          title: 'shop/web asked 10.0.0.1:22, 10.0.0.2:22 for the first time',
        },
      ],
    },
    {
      says: 'a new workload comes and asks and is asked',
      events: () =>
        together(
          repeated(flow(WEB, DATABASE, 5432), 96, HOUR),
          repeated(flow(workload(1), DATABASE, 5432), 24, HOUR, MONDAY + 3 * DAY),
          repeated(flow(WEB, workload(1), 8080), 24, HOUR, MONDAY + 3 * DAY),
        ),
      finds: [],
    },
    {
      says: 'a rollout gives the same workloads other pods',
      events: () =>
        together(
          repeated(flow(WEB, DATABASE, 5432), 72, HOUR),
          repeated(
            flow({ ...WEB, ip: '10.1.0.77', pod: 'web-5c6d7f8b9-b4c2d' }, DATABASE, 5432),
            24,
            HOUR,
            MONDAY + 3 * DAY,
          ),
        ),
      finds: [],
    },
  ],
};

/** Whether the source used the port before, with others: one more of these is how it works. */
function usesThePort(edge: TallyRow, ofSource: readonly TallyRow[]): boolean {
  const port = edge.key[INSIDE.port] ?? '';
  return ofSource.some((other) => other.key[INSIDE.port] === port && other.first <= edge.first - KNOWN_FOR);
}

/** Whether it is more than a program that begins to use another one. */
function isRemarkable({ rows }: Episode): boolean {
  return rows.length >= SEVERAL || rows.some(isAdmin);
}

function isAdmin(edge: TallyRow): boolean {
  return ADMIN_PORTS.has(edge.key[INSIDE.port] ?? '');
}

function finding({ rows, events, from, to, history }: Episode): Finding {
  const [first] = rows;
  const source = first === undefined ? { namespace: '', name: '' } : endAt(first, INSIDE.source);
  const edges = rows.map((edge) => `${endName(endAt(edge, INSIDE.destination))}:${edge.key[INSIDE.port] ?? ''}`);
  const isWorse = rows.length >= MANY || rows.some(isAdmin);
  return {
    key: [source.namespace, source.name],
    type: 'network',
    from,
    to,
    level: isWorse ? 'medium' : 'low',
    confidence: confidenceOfNew(history),
    title: `${endName(source)} asked ${listed(edges)} for the first time`,
    reason: `${counted(rows.length, 'destination')} that it never asked in ${lengthOf(history)} of flows, in ${counted(events, 'flow')}.`,
    observed: rows.length,
    expected: 0,
    history,
    query: edgesQuery(rows),
    events,
    subject: {
      ...endSubject('src', source),
      ...(first === undefined ? {} : endSubject('dst', endAt(first, INSIDE.destination))),
    },
    techniques: ['T1210'],
  };
}

import { isAddressText } from '../addresses';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { DATABASE, flow, WEB, workload } from '../example-flows';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, isLearned, LEARNING_SECONDS } from '../first-seen';
import { endAt, endKey, endName, endSubject } from '../flow-ends';
import { byEnd } from '../flow-groups';
import { confidenceOfNew } from '../levels';
import { networkOf } from '../networks';
import { queryOfAny } from '../query-of';
import { firstTimesOf } from '../tallies/inside-edges';
import { INSIDE_FLOWS } from '../tallies/inside-flows';
import { OUTSIDE, OUTSIDE_FLOWS, outsideQuery } from '../tallies/outside-flows';
import type { TallyRow } from '../tally';
import { counted, lengthOf, listed } from '../words';

/** Whom so many workloads ask is somebody that all have come to need. */
const WORKLOADS_MAX = 3;
/** Who asks so many networks outside asks any: large services have addresses everywhere. */
const NETWORKS_MAX = 5;

export const firstWayOut: Detector = {
  name: 'first-way-out',
  title: 'A workload asks an address outside that nobody asked before',
  about: `A workload that was there for two days or more opened a connection to a network of the internet (a /24, of IPv6 a /48) to which nobody in the cluster had opened one before. Left out is who asked ${NETWORKS_MAX} or more networks before, who does so again and again, and what more than ${WORKLOADS_MAX} workloads ask on that day. Only pods are looked at, as their addresses are given to others.`,
  falsePositives: 'A new version that uses a service outside. Look at whose address it is and at what was rolled out.',
  types: ['network'],
  techniques: ['T1071', 'T1105'],
  tallies: [INSIDE_FLOWS, OUTSIDE_FLOWS],
  *detect(history) {
    const span = history.span('network');
    const { rows } = history.tallied(OUTSIDE_FLOWS);
    const known = firstTimesOf(history.tallied(INSIDE_FLOWS).rows);
    const networks = networksOf(rows);
    for (const [name, own] of byEnd(rows, OUTSIDE.source)) {
      const seen = known.get(name);
      if (seen === undefined || !isPod(own)) continue;
      const fresh = own.filter((row) => {
        const network = networks.get(networkOfRow(row));
        const isNew = network !== undefined && isLearned(network.first, span) && row.first < network.first + DAY;
        return isNew && network.sources.size <= WORKLOADS_MAX && row.first - seen >= LEARNING_SECONDS * 1e6;
      });
      const [episode] = episodesOf(fresh, OUTSIDE_FLOWS.bucketSeconds, span);
      if (episode === undefined) continue;
      const before = new Set(own.filter((row) => row.first < episode.from).map(networkOfRow)).size;
      if (before < NETWORKS_MAX) yield finding(episode, before);
    }
  },
  examples: [
    {
      says: 'after four days within the cluster a workload opens connections to an address outside',
      events: () =>
        together(
          repeated(flow(WEB, DATABASE, 5432), 100, HOUR),
          repeated(flow(WEB, { ip: '203.0.113.9' }, 443), 5, MINUTE, MONDAY + 4 * DAY),
        ),
      finds: [{ key: ['shop', 'web'], level: 'medium', events: 5 }],
    },
    {
      says: 'a workload begins to ask an address that another one has always asked',
      events: () =>
        together(
          repeated(flow(WEB, DATABASE, 5432), 100, HOUR),
          repeated(flow(workload(1), { ip: '203.0.113.9' }, 443), 90, HOUR),
          repeated(flow(WEB, { ip: '203.0.113.20' }, 443), 5, MINUTE, MONDAY + 4 * DAY),
        ),
      finds: [],
    },
  ],
};

/** When a network outside was first asked, and by whom within the next day. */
interface OutsideNetwork {
  readonly first: number;
  readonly sources: ReadonlySet<string>;
}

function networksOf(rows: readonly TallyRow[]): Map<string, OutsideNetwork> {
  const networks = new Map<string, OutsideNetwork>();
  for (const row of [...rows].sort((a, b) => a.first - b.first)) {
    const name = networkOfRow(row);
    const network = networks.get(name);
    const source = endKey(endAt(row, OUTSIDE.source));
    if (network === undefined) networks.set(name, { first: row.first, sources: new Set([source]) });
    else if (row.first < network.first + DAY)
      networks.set(name, { ...network, sources: new Set([...network.sources, source]) });
  }
  return networks;
}

function networkOfRow({ key }: TallyRow): string {
  return networkOf(key[OUTSIDE.address] ?? '');
}

function isPod([first]: readonly TallyRow[]): boolean {
  return first !== undefined && !isAddressText(endAt(first, OUTSIDE.source).name);
}

function finding({ rows, from, to, events, history }: Episode, before: number): Finding {
  const [first] = rows;
  const source = first === undefined ? { namespace: '', name: '' } : endAt(first, OUTSIDE.source);
  const addresses = rows.map(({ key }) => `${key[OUTSIDE.address]}:${key[OUTSIDE.port]}`);
  return {
    key: [source.namespace, source.name],
    type: 'network',
    from,
    to,
    level: before === 0 ? 'medium' : 'low',
    confidence: confidenceOfNew(history),
    title: `${endName(source)} asked ${listed(addresses, 2)}, which nobody asked before`,
    reason: `${counted(events, 'flow')} to ${listed(addresses)}; nobody in the cluster had asked that network in the ${lengthOf(history)} of flows before, and this workload ${before === 0 ? 'none outside' : `${counted(before, 'network')} outside`}.`,
    observed: addresses.length,
    expected: 0,
    history,
    query: queryOfAny(rows.map(outsideQuery)),
    events,
    subject: endSubject('src', source),
    techniques: ['T1071', 'T1105'],
  };
}

import { isNameServerName } from '@/lib/events';
import { readAskedName, SLOTS } from '../asked-names';
import type { Detector } from '../detector';
import { DAY, MINUTE, MONDAY, SECOND } from '../example-events';
import { WEB } from '../example-flows';
import { repeated, type TimelessEvent, together } from '../example-routine';
import { type FanOut, fanOuts } from '../fan-out';
import type { Finding } from '../finding';
import { endAt, endName, endSubject } from '../flow-ends';
import { byEnd } from '../flow-groups';
import { spanSeconds } from '../history-length';
import { mergedBy } from '../merged-by';
import { distinctEstimate } from '../statistics/distinct-estimate';
import { CARRIER, NAME_QUERIES, NAMES, namesQuery } from '../tallies/name-queries';
import type { TallyRow } from '../tally';
import { countWithin } from '../tally-cells';

/** Different names that look like data, within an hour; RITA begins to score at 100 of any kind within a day. */
const NAMES_MIN = 30;
const NAMES_HIGH = 100;
const FACTOR = 5;
const CARRIERS_HIGH = 0.5;

export const dnsTunnel: Detector = {
  name: 'dns-tunnel',
  title: 'Data in the names that are asked for',
  about: `A workload asked within an hour for ${NAMES_MIN} or more different names below one registered domain that look like data: 20 characters or more with 3.3 bits of entropy each. Names of the cluster and of clouds' networks are left out, and so are answers. How many there were is estimated from 4096 slots, within a few per cent.`,
  falsePositives:
    'Checks of files and addresses against lists by names (antivirus, spam filters), and content networks that put identifiers into names. Look at who registered the domain, and at the records that were asked for.',
  types: ['network'],
  techniques: ['T1071.004', 'T1048.003'],
  tallies: [NAME_QUERIES],
  *detect(history) {
    const seconds = spanSeconds(history, 'network');
    for (const ofSource of byEnd(history.tallied(NAME_QUERIES).rows, NAMES.source).values()) {
      const first = ofSource[0];
      // What a name server asks for, others have asked it for.
      if (first === undefined || isNameServerName(endAt(first, NAMES.source).name)) continue;
      for (const [domain, rows] of byDomain(ofSource)) yield* findingsOf(domain, rows, seconds);
    }
  },
  examples: [
    {
      says: 'a workload asks for 300 names full of letters below one domain, as texts',
      events: () =>
        together(
          repeated((n) => asks(`api.example.com`, n % 2 === 0 ? 'A' : 'AAAA'), 200, 10 * MINUTE),
          repeated((n) => asks(`${noise(n, 40)}.t.evil-site.com`, 'TXT'), 300, 5 * SECOND, MONDAY + DAY),
        ),
      finds: [
        {
          key: ['shop', 'web', 'evil-site.com'],
          level: 'high',
          events: 300,
          title: 'shop/web asked for about 300 names full of data below evil-site.com',
        },
      ],
    },
    {
      says: 'the names of all services of a cluster, with what the resolver puts behind each',
      events: () =>
        repeated(
          (n) => asks(`checkout-service-of-region-${n}.payments-production.svc.cluster.local`, 'A'),
          500,
          SECOND,
        ),
      finds: [],
    },
    {
      says: 'a workload asks for twelve long names of a store all day',
      events: () => repeated((n) => asks(`${noise(n % 12, 32)}.bucket.example.com`, 'A'), 2000, MINUTE),
      finds: [],
    },
  ],
};

function byDomain(rows: readonly TallyRow[]): Map<string, TallyRow[]> {
  const domains = new Map<string, TallyRow[]>();
  for (const row of rows) {
    const { domain } = readAskedName(row.key[NAMES.name] ?? '');
    const others = domains.get(domain);
    if (others === undefined) domains.set(domain, [row]);
    else others.push(row);
  }
  return domains;
}

function* findingsOf(domain: string, rows: readonly TallyRow[], history: number): Generator<Finding> {
  const data = rows.filter((row) => readAskedName(row.key[NAMES.name] ?? '').data !== null);
  const names = mergedBy(data, (key) => String(readAskedName(key[NAMES.name] ?? '').data?.slot));
  const rules = {
    bucketSeconds: NAME_QUERIES.bucketSeconds,
    least: NAMES_MIN,
    factor: FACTOR,
    evenIfAlways: true,
  } as const;
  for (const fan of fanOuts(names, rules)) yield finding(domain, rows, names, fan, history);
}

function finding(
  domain: string,
  rows: readonly TallyRow[],
  names: readonly TallyRow[],
  fan: FanOut,
  history: number,
): Finding {
  const within = names.filter((row) => countWithin([row], fan) > 0);
  const [first] = rows;
  const source = first === undefined ? { namespace: '', name: '' } : endAt(first, NAMES.source);
  const distinct = Math.min(distinctEstimate(within.length, SLOTS), countWithin(within, fan));
  const length = lengthOf(within);
  const events = countWithin(rows, fan);
  const carriers =
    countWithin(
      rows.filter((row) => row.key[NAMES.carrier] === CARRIER),
      fan,
    ) / Math.max(1, events);
  return {
    key: [source.namespace, source.name, domain],
    type: 'network',
    from: fan.from * NAME_QUERIES.bucketSeconds * SECOND,
    to: fan.to * NAME_QUERIES.bucketSeconds * SECOND,
    level: distinct >= NAMES_HIGH || carriers >= CARRIERS_HIGH ? 'high' : 'medium',
    confidence: distinct >= NAMES_HIGH ? 'high' : 'medium',
    title: `${endName(source)} asked for about ${distinct} names full of data below ${domain}`,
    reason: `${events} queries for about ${distinct} different names of about ${length} characters that are no words, up to ${fan.distinct} in an hour; usual in an hour ${fan.usual === null ? 'is none below this domain' : `at most ${Math.round(fan.usual)}`}. ${Math.round(carriers * 100)} % asked for records that carry texts.`,
    observed: distinct,
    expected: Math.round(fan.usual ?? 0),
    history,
    query: first === undefined ? '' : namesQuery(first, domain),
    events,
    subject: { ...endSubject('src', source), domain },
    techniques: ['T1071.004', 'T1048.003'],
  };
}

/** The mean length of the names, to a few characters. */
function lengthOf(names: readonly TallyRow[]): number {
  const lengths = names.map((row) => readAskedName(row.key[NAMES.name] ?? '').data?.length ?? 0);
  return Math.round(lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
}

function asks(host: string, type: string): TimelessEvent {
  const client = { src_namespace: WEB.namespace ?? '', src_pod: WEB.pod ?? '', src_ip: WEB.ip };
  return { type: 'network', fields: { ...client, host, protocol: 'dns' }, attributes: { query_type: type } };
}

/** Letters of an encoding of 32, by a number. */
function noise(seed: number, length: number): string {
  let state = seed * 2_654_435_761 + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 'abcdefghijklmnopqrstuvwxyz234567'[state >>> 27];
  }).join('');
}

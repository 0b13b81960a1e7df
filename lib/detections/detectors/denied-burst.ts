import { INSIDE_BLOCKS } from '../addresses';
import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY, SECOND } from '../example-events';
import { DATABASE, flow, WEB, workload } from '../example-flows';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { endAt, endClause, endName, endSubject } from '../flow-ends';
import { byEnd } from '../flow-groups';
import { spanSeconds } from '../history-length';
import { seriesOf } from '../series';
import { type Spike, spikesOf } from '../statistics/spikes';
import { TO_A_SERVICE_CLAUSE } from '../tallies/client-flows';
import { DENIED_CLAUSE, DENIED_OUTCOME } from '../tallies/flow-outcome';
import { edgesOf } from '../tallies/inside-edges';
import { INSIDE, INSIDE_FLOWS } from '../tallies/inside-flows';
import type { TallyRow } from '../tally';
import { countWithin } from '../tally-cells';
import { counted, listed } from '../words';
import { confidenceOf, usualOf } from '../words-of-spikes';

const DENIED_MIN = 20;
/** More destinations than this are a scan, which is another finding. */
const DESTINATIONS_MAX = 9;
const PER_DAY = 86_400 / INSIDE_FLOWS.bucketSeconds;

export const deniedBurst: Detector = {
  name: 'denied-burst',
  title: 'Many more denied connections than usual',
  about: `Within the cluster, ${DENIED_MIN} or more flows of a workload were dropped or rejected in five minutes, four robust standard deviations above the same time of at least three earlier days (else above the day before) and more than nearly ever, to ${DESTINATIONS_MAX} destinations at most; to more of them it is a scan.`,
  falsePositives: 'A new network policy that forgets somebody. Look at what changed among the policies just before.',
  types: ['network'],
  techniques: ['T1046'],
  tallies: [INSIDE_FLOWS],
  *detect(history) {
    const span = history.span('network');
    if (span === null) return;
    const denied = history.tallied(INSIDE_FLOWS).rows.filter((row) => row.key[INSIDE.outcome] === DENIED_OUTCOME);
    for (const rows of byEnd(denied, INSIDE.source).values()) {
      const { first, counts } = seriesOf(rows, span, INSIDE_FLOWS.bucketSeconds);
      for (const spike of spikesOf(counts, { perDay: PER_DAY, least: DENIED_MIN })) {
        const range = { from: first + spike.from, to: first + spike.to };
        const asked = edgesOf(rows.filter((row) => countWithin([row], range) > 0));
        if (asked.length <= DESTINATIONS_MAX) yield finding(rows, asked, spike, range, spanSeconds(history, 'network'));
      }
    }
  },
  examples: [
    {
      says: 'a workload is refused 200 times by the database after three quiet days',
      events: () =>
        together(
          repeated(flow(workload(1), DATABASE, 5432), 96, HOUR),
          repeated(flow(WEB, DATABASE, 5432, { verdict: 'dropped' }), 200, SECOND, MONDAY + 3 * DAY + HOUR),
        ),
      finds: [{ key: ['shop', 'web'], level: 'low', events: 200, title: 'shop/web was denied 200 connections' }],
    },
    {
      says: 'a workload is refused once a minute all week',
      events: () => repeated(flow(WEB, DATABASE, 5432, { verdict: 'dropped' }), 7 * 1440, MINUTE),
      finds: [],
    },
  ],
};

function finding(
  rows: readonly TallyRow[],
  asked: readonly TallyRow[],
  spike: Spike,
  range: { readonly from: number; readonly to: number },
  history: number,
): Finding {
  const [first] = asked;
  const source = first === undefined ? { namespace: '', name: '' } : endAt(first, INSIDE.source);
  const events = countWithin(rows, range);
  const whom = listed(asked.map((row) => `${endName(endAt(row, INSIDE.destination))}:${row.key[INSIDE.port] ?? ''}`));
  return {
    key: [source.namespace, source.name],
    type: 'network',
    from: range.from * INSIDE_FLOWS.bucketSeconds * SECOND,
    to: range.to * INSIDE_FLOWS.bucketSeconds * SECOND,
    level: 'low',
    confidence: confidenceOf(spike),
    title: `${endName(source)} was denied ${counted(events, 'connection')}`,
    reason: `${counted(spike.peak, 'flow')} denied in five minutes, to ${whom}; ${usualOf(spike)}.`,
    observed: spike.peak,
    expected: spike.expected,
    history,
    query: `${endClause('src', source)} (dst_pod:* or dst_ip:${INSIDE_BLOCKS}) ${DENIED_CLAUSE} ${TO_A_SERVICE_CLAUSE}`,
    events,
    subject: endSubject('src', source),
    techniques: ['T1046'],
  };
}

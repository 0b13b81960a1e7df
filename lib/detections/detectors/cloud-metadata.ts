import type { Detector } from '../detector';
import { DAY, HOUR, MINUTE, MONDAY } from '../example-events';
import { DATABASE, flow, WEB, workload } from '../example-flows';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { type Episode, episodesOf, secondsBefore } from '../first-seen';
import { endAt, endName, endSubject } from '../flow-ends';
import { byEnd } from '../flow-groups';
import { confidenceOfNew, milder } from '../levels';
import { isMetadataAddress } from '../tallies/cloud-metadata';
import { edgesOf, edgesQuery, firstTimesOf } from '../tallies/inside-edges';
import { INSIDE, INSIDE_FLOWS } from '../tallies/inside-flows';
import { counted, lengthOf } from '../words';

const DAY_SECONDS = 86_400;
const METADATA = { ip: '169.254.169.254' };

export const cloudMetadata: Detector = {
  name: 'cloud-metadata',
  title: "A workload asks for the machine's cloud credentials",
  about:
    'After a day of flows, a workload contacted the metadata address of the cloud (169.254.169.254) that never did, and that gives out the credentials of the machine. Of a workload that is new itself it is a level less.',
  falsePositives:
    'A new version with a cloud library asks there on its own. Look at whether the workload is meant to use the cloud at all, and in the logs of the cloud at what the machine did next.',
  types: ['network'],
  techniques: ['T1552.005'],
  tallies: [INSIDE_FLOWS],
  *detect(history) {
    const edges = edgesOf(history.tallied(INSIDE_FLOWS).rows);
    const span = history.span('network');
    const known = firstTimesOf(edges);
    const askers = byEnd(
      edges.filter((edge) => isMetadataAddress(endAt(edge, INSIDE.destination).name)),
      INSIDE.source,
    );
    for (const [source, asked] of askers) {
      const first = Math.min(...asked.map((edge) => edge.first));
      if (secondsBefore(first, span) < DAY_SECONDS) continue;
      const isNew = (known.get(source) ?? first) > first - DAY;
      for (const episode of episodesOf(asked, INSIDE_FLOWS.bucketSeconds, span).slice(0, 1))
        yield finding(episode, isNew, askers.size - 1);
    }
  },
  examples: [
    {
      says: 'a web server asks there on its third day',
      events: () =>
        together(
          repeated(flow(WEB, DATABASE, 5432), 72, HOUR),
          repeated(flow(WEB, METADATA, 80), 4, MINUTE, MONDAY + 2 * DAY),
        ),
      finds: [{ key: ['shop', 'web'], level: 'high', events: 4, observed: 4 }],
    },
    {
      says: 'an agent on each machine asks there all day',
      events: () => repeated(flow(workload(3), METADATA, 80), 72, HOUR),
      finds: [],
    },
  ],
};

function finding({ rows, events, from, to, history }: Episode, isNew: boolean, others: number): Finding {
  const [first] = rows;
  const source = first === undefined ? { namespace: '', name: '' } : endAt(first, INSIDE.source);
  return {
    key: [source.namespace, source.name],
    type: 'network',
    from,
    to,
    level: isNew ? milder('high') : 'high',
    confidence: confidenceOfNew(history),
    title: `${endName(source)} contacted the cloud's metadata service`,
    reason: `${counted(events, 'flow')} to 169.254.169.254, and none in the ${lengthOf(history)} before${isNew ? ', of which the workload itself was there less than a day' : ''}; ${others === 0 ? 'nobody else asks there' : `${counted(others, 'other workload')} asked there`}.`,
    observed: events,
    expected: 0,
    history,
    query: edgesQuery(rows),
    events,
    subject: {
      ...endSubject('src', source),
      ...(first === undefined ? {} : { dst_ip: endAt(first, INSIDE.destination).name }),
    },
    techniques: ['T1552.005'],
  };
}

import { attributeColumn } from '@/lib/columns';
import type { Detector } from '../detector';
import { HOUR, MONDAY, SECOND } from '../example-events';
import { asked, repeated, type TimelessEvent, together } from '../example-routine';
import type { Finding } from '../finding';
import { spanSeconds } from '../history-length';
import { rowsBy } from '../rows-by';
import type { Tally } from '../tally';
import { totalsOf } from '../tally-cells';
import { counted, lengthOf } from '../words';

const BUCKET_SECONDS = 3600;
/** An hour with less says nothing: a few requests are always on their way. */
const MISSING_MIN = 20;
const SHARE_MIN = 0.05;
/** So many times the share of all other hours. */
const FACTOR = 5;
/** The last stages of a request (audit.k8s.io/v1, Stage). */
const ENDS: ReadonlySet<string> = new Set(['ResponseComplete', 'Panic']);
/** Requests that are open for as long as somebody looks. */
const OPEN_VERBS: ReadonlySet<unknown> = new Set(['watch', 'connect']);
const OPEN_SUBRESOURCES: ReadonlySet<unknown> = new Set(['exec', 'attach', 'portforward', 'proxy', 'log']);
const QUERY =
  'stage:* -stage:(ResponseComplete or Panic) -verb:(watch or connect) -subresource:(exec or attach or portforward or proxy or log)';

const STAGES: Tally = {
  name: 'last-stages',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'verb', test: (verb) => !OPEN_VERBS.has(verb) },
    { field: 'subresource', test: (subresource) => !OPEN_SUBRESOURCES.has(subresource) },
  ],
  by: [{ field: attributeColumn('stage'), as: (stage) => (ENDS.has(String(stage)) ? 'ended' : 'open') }],
  bucketSeconds: BUCKET_SECONDS,
};

export const missingStages: Detector = {
  name: 'missing-stages',
  title: 'Requests whose end is missing',
  about: `Of the API requests of an hour, ${MISSING_MIN} or more and ${SHARE_MIN * 100} % or more have a beginning in the audit log and no end, and that is ${FACTOR} times the share of all other hours. What stays open by its nature (watches, exec, logs, port forwards) is not counted.`,
  falsePositives:
    'An API server that was stopped, or whose log was full. Look whether lines are missing from the file at that time, and whether another API server or the webhook has them.',
  types: ['audit'],
  techniques: ['T1070.002'],
  needs: { events: 'type:audit (stage:RequestReceived or stages:RequestReceived,*)' },
  tallies: [STAGES],
  *detect(history) {
    const byStage = rowsBy(history.tallied(STAGES).rows, 0);
    const open = totalsOf(byStage.get('open') ?? []);
    const ended = totalsOf(byStage.get('ended') ?? []);
    const allOpen = sumOf(open);
    const allEnded = sumOf(ended);
    for (const [hour, missing] of open) {
      const complete = ended.get(hour) ?? 0;
      const others = allOpen - missing + allEnded - complete;
      const usual = others === 0 ? null : (allOpen - missing) / others;
      const share = missing / (missing + complete);
      if (usual === null || missing < MISSING_MIN || share < Math.max(SHARE_MIN, usual * FACTOR)) continue;
      yield finding({ hour, missing, share, usual, history: spanSeconds(history, 'audit') });
    }
  },
  examples: [
    {
      says: 'for an hour of a day, a third of the requests have no end',
      events: () =>
        together(
          repeated(stage('ResponseComplete'), 24 * 60, 60 * SECOND),
          repeated(stage('RequestReceived'), 30, 60 * SECOND, MONDAY + 9 * HOUR),
        ),
      finds: [{ key: [], events: 30, observed: 30, level: 'medium', from: MONDAY + 9 * HOUR, to: MONDAY + 10 * HOUR }],
    },
    {
      says: 'watches are open, and each hour one request is on its way',
      events: () =>
        together(
          repeated(stage('ResponseComplete'), 24 * 60, 60 * SECOND),
          repeated(stage('ResponseStarted', 'watch'), 24 * 30, 120 * SECOND),
          repeated(stage('RequestReceived'), 24, HOUR),
        ),
      finds: [],
    },
  ],
};

interface Hour {
  readonly hour: number;
  readonly missing: number;
  readonly share: number;
  /** Of all other hours. */
  readonly usual: number;
  readonly history: number;
}

function finding({ hour, missing, share, usual, history }: Hour): Finding {
  const percent = (part: number) => `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`;
  return {
    key: [],
    type: 'audit',
    from: hour * BUCKET_SECONDS * SECOND,
    to: (hour + 1) * BUCKET_SECONDS * SECOND,
    level: 'medium',
    confidence: missing >= MISSING_MIN * FACTOR ? 'high' : 'medium',
    title: `The end of ${counted(missing, 'API request')} is missing`,
    reason: `${percent(share)} of the requests of this hour have no last stage; in the other hours of ${lengthOf(history)} it is ${percent(usual)}.`,
    observed: missing,
    expected: Math.round((missing / share) * usual),
    history,
    query: QUERY,
    events: missing,
    subject: {},
    techniques: ['T1070.002'],
  };
}

function sumOf(totals: ReadonlyMap<number, number>): number {
  return [...totals.values()].reduce((sum, count) => sum + count, 0);
}

function stage(name: string, verb = 'get'): TimelessEvent {
  return { ...asked('ann', verb, 'pods'), attributes: { stage: name } };
}

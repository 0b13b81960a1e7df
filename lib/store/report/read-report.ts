import type { ReportFacts } from '@/lib/report';
import packageJson from '@/package.json';
import { readHunt } from '../hunts';
import { readTimeline } from '../read-timeline';
import { wholeSecond } from '../selection';
import { type HuntRange, huntRange } from './hunt-range';
import { readProofs } from './read-proofs';
import { readQueries } from './read-queries';
import { readReportSources } from './report-sources';

const BUCKETS = 120;

/** Who asks for a report, and how it is to be. */
export interface ReportWish {
  readonly madeBy: string;
  /** The absolute address of the hunt. */
  readonly address: string;
  /** A name that `isTimeZone` knows. */
  readonly zone: string;
}

/**
 * What a report of a hunt says. Each question is answered as of its own moment, which stands beside its answer: a hunt may
 * have more of them than one snapshot of the store should be held for. Throws `NotFound`.
 */
export async function readReport(slug: string, wish: ReportWish, signal?: AbortSignal): Promise<ReportFacts> {
  const hunt = await readHunt(slug, signal);
  const range = huntRange(hunt, wholeSecond());
  return {
    ...wish,
    hunt,
    madeAt: wholeSecond().toISOString(),
    version: packageJson.version,
    queries: await readQueries(hunt, signal),
    proofs: await readProofs(hunt, signal),
    timeline: await timelineOf(range, signal),
    ...(await readReportSources(hunt, range, signal)),
  };
}

async function timelineOf(range: HuntRange, signal: AbortSignal | undefined): Promise<ReportFacts['timeline']> {
  const { from, to, interval, untimed, buckets } = await readTimeline(
    { type: [], ...range, by: 'type', buckets: BUCKETS },
    signal,
  );
  if (from === null || to === null) return null;
  return { from, to, interval, untimed, buckets: buckets.map(({ time, by }) => ({ time, counts: by })) };
}

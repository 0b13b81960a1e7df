import type { FindingAnswer } from '@/lib/interface';
import { logger } from '@/lib/logger';
import { type Told, tellStories } from '@/lib/stories';
import { type AllFindings, readAllFindings } from '../detections';
import { SharedValues } from './shared-values';

/** The latest that stories are made of: more than a person judges, and made into stories within a tenth of a second. */
const FINDINGS_MAX = 5000;
/** How long an answer waits for what events say; the rest is gathered behind it. */
const PATIENCE_MS = 2000;
/** Of more findings than these the events are not asked within that time: no answer waits for them. */
const WAITED_FOR_MAX = 100;

/** All stories, and how far they can be trusted to stay. */
export interface ToldStories extends Told {
  readonly detectedAt: string | null;
  /** Whether there is more data, or more of what events say of findings, still to come. */
  readonly behind: boolean;
}

const shared = new SharedValues();
let gathering: Promise<void> | null = null;
/** The last answer, and what it was made of: people come back to stories more often than these change. */
let last: { readonly all: AllFindings; readonly version: number; readonly told: Told } | null = null;

/** Stories of what was found. Errors as `readOnly`. */
export async function toldStories(signal?: AbortSignal): Promise<ToldStories> {
  const { all, detectedAt, behind } = await readAllFindings(FINDINGS_MAX, last?.all ?? null, signal);
  const missing = all.findings.filter((finding) => finding.techniques.length > 0 && !shared.isKnown(finding));
  if (missing.length > 0) await gatherOrGoOn(missing);
  const told = tell(all);
  return { ...told, detectedAt, behind: behind || missing.some((each) => !shared.isKnown(each)) };
}

async function gatherOrGoOn(missing: readonly FindingAnswer[]): Promise<void> {
  const gathered = gather(missing);
  if (missing.length <= WAITED_FOR_MAX) await Promise.race([gathered, patience()]);
}

function tell(all: AllFindings): Told {
  const { version } = shared;
  if (last?.all !== all || last.version !== version) {
    const witnesses = all.findings.map((finding) => ({ finding, shared: shared.of(finding) }));
    last = { all, version, told: tellStories(witnesses) };
  }
  return last.told;
}

/** One after the other: questions that people wait for come first. */
function gather(missing: readonly FindingAnswer[]): Promise<void> {
  gathering ??= gatherAll(missing).finally(() => {
    gathering = null;
  });
  return gathering;
}

async function gatherAll(missing: readonly FindingAnswer[]): Promise<void> {
  for (const finding of missing) {
    try {
      await shared.gather(finding);
    } catch (error) {
      logger.warn('what the events of a finding have in common could not be asked; stories do without for now', {
        error,
        finding: finding.id,
      });
      return;
    }
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
}

import { Cancelled, TooSlow, Unavailable } from '@/lib/errors';
import { logger } from '@/lib/logger';
import type { ActiveRule } from '@/lib/rules';
import { addHits, type SegmentHits } from './hit-rows';
import { beginLookBack, failLookBack } from './look-back';
import { type RunningRules, whileRulesStay } from './rule-state';
import { holdSegments, saveProgress } from './segment-progress';
import { storedHits } from './stored-hits';
import type { WatchedSegment } from './watched-segments';

/** Rules asked at once: each waits for the database or for threads half of its time. */
const AT_ONCE = 2;
/** What is looked through in one go, so that what arrives meanwhile does not wait for long. */
const SEGMENTS_MAX = 16;
const EVENTS_MAX = 500_000;
/** How often a rule is asked that takes longer than a question may: what was read of originals by then is kept, so it gets further. */
const TRIES_MAX = 3;

/** Segments to look through next, and the rules that have not: of all segments that the same rules lack, some. */
interface Batch {
  readonly segments: readonly WatchedSegment[];
  readonly rules: readonly ActiveRule[];
}

/**
 * Looks through some of what is stored with the rules that have not: all rules where nobody has looked, else those that were
 * turned on since. Answers the rules that found something, or null when there was nothing to do. Kills and failures repeat
 * nothing: what was found and how far that is are one transaction.
 */
export async function searchStored(
  rules: RunningRules,
  segments: readonly WatchedSegment[],
): Promise<ReadonlySet<string> | null> {
  const batch = nextBatch(rules, segments);
  if (batch === null) return null;
  const found: SegmentHits[] = [];
  const failures = new Map<string, string>();
  const left = [...batch.rules];
  const work = async () => {
    for (let rule = left.shift(); rule !== undefined; rule = left.shift()) {
      try {
        const hits = await patiently(() => storedHits(rule, batch.segments));
        for (const [segment, own] of hits) found.push({ segment, rule: rule.id, hits: own });
      } catch (error) {
        if (error instanceof Unavailable || error instanceof Cancelled) throw error;
        logger.error('a rule could not be run; the others go on', { rule: rule.id, error });
        failures.set(rule.id, error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await whileRulesStay(rules, async (client) => {
    const same = await holdSegments(client, batch.segments);
    const kept = found.filter(({ segment, rule }) => same.has(segment) && !failures.has(rule));
    await addHits(client, kept, 0);
    for (const { id, numbers } of batch.segments) {
      if (same.has(id)) await saveProgress(client, id, { generation: rules.generation, upTo: numbers });
    }
    await beginLookBack(
      client,
      batch.rules.map(({ id }) => id),
    );
    for (const [rule, failure] of failures) await failLookBack(client, rule, failure);
  });
  return new Set(found.map(({ rule }) => rule));
}

async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof TooSlow) || tried === TRIES_MAX) throw error;
    }
  }
}

/** The rules that have not looked at a segment and are to: null when there are none. */
export function rulesFor(rules: RunningRules, { seen }: WatchedSegment): readonly ActiveRule[] | null {
  if (seen === null) return rules.rules;
  const lacking = rules.rules.filter(({ generation, looksBack }) => looksBack && generation > seen.generation);
  return lacking.length === 0 ? null : lacking;
}

function nextBatch(rules: RunningRules, all: readonly WatchedSegment[]): Batch | null {
  const waiting = all.flatMap((segment) => {
    // A closed segment whose end is still to be read as it arrived is looked at as a whole after that.
    if (segment.seen !== null && !segment.grows && segment.seen.upTo < segment.numbers) return [];
    const own = rulesFor(rules, segment);
    return own === null ? [] : [{ segment: lookedAt(segment), rules: own }];
  });
  const [first] = waiting;
  if (first === undefined) return null;
  const alike = waiting.filter(({ segment }) => segment.seen?.generation === first.segment.seen?.generation);
  const segments: WatchedSegment[] = [];
  let events = 0;
  for (const { segment } of alike.slice(0, SEGMENTS_MAX)) {
    if (segments.length > 0 && events + segment.events > EVENTS_MAX) break;
    segments.push(segment);
    events += segment.events;
  }
  return { segments, rules: first.rules };
}

/** Of a segment that grows, the events that the others have looked at: the rest is read with all rules as it arrived. */
function lookedAt(segment: WatchedSegment): WatchedSegment {
  const { seen, grows, numbers, events } = segment;
  if (seen === null || !grows) return segment;
  return { ...segment, numbers: seen.upTo, events: events - (numbers - seen.upTo) };
}

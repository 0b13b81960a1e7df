import {
  type ActiveRule,
  type CorrelatedEvent,
  type CorrelationParts,
  CorrelationTimeline,
  correlationsIn,
} from '@/lib/rules';
import { type FoundCorrelation, tellsAtOnce } from '@/lib/sigma';
import type { CorrelatedPart } from './correlated-in';
import type { HitSegment } from './hit-rows';

/** What a rule found in a segment. */
export interface FoundInSegment {
  /** How many events, those without a time among them. */
  readonly hits: number;
  readonly events: readonly CorrelatedEvent[];
}

/** Reads what a rule found in segments that are stored, the latest events. */
export type ReadCorrelated = (rule: ActiveRule, segments: readonly number[]) => Promise<CorrelatedPart>;

/**
 * A correlation that follows what its rules find. What arrives is told to it; what is found otherwise, in what was stored or before this
 * process began, it reads.
 */
export class FollowedCorrelation {
  private timeline: CorrelationTimeline | null = null;
  /** By rule and segment, how many events it knows of. */
  private known = new Map<string, Map<number, number>>();
  /** Whether it may have found what is not stored yet. */
  private isChanged = true;
  /** Nothing is said of what came true before it, as not all events of that time are known. Microseconds. */
  since = Number.NEGATIVE_INFINITY;

  constructor(readonly parts: CorrelationParts) {}

  /** Takes what one of its rules found behind what it had found in a segment. */
  take(rule: string, segment: number, { hits, events }: FoundInSegment): void {
    if (this.timeline?.add(events) !== true) {
      this.timeline = null;
      return;
    }
    this.note(rule, segment, hits);
    this.isChanged = true;
  }

  /** Where it came true among all that its rules found by now; null when that is what it was before. */
  async matches(
    having: ReadonlyMap<string, readonly HitSegment[]>,
    end: number,
    read: ReadCorrelated,
  ): Promise<readonly FoundCorrelation[] | null> {
    const timeline = await this.caughtUp(having, read);
    const waits = !correlationsIn(this.parts).every(tellsAtOnce);
    return this.isChanged || waits ? timeline.matches(end) : null;
  }

  /** Says that what it found by now is stored. */
  noteStored(): void {
    this.isChanged = false;
  }

  private async caughtUp(
    having: ReadonlyMap<string, readonly HitSegment[]>,
    read: ReadCorrelated,
  ): Promise<CorrelationTimeline> {
    const { timeline } = this;
    if (timeline !== null && this.onlyGrew(having) && (await this.readInto(timeline, having, read))) return timeline;
    const whole = new CorrelationTimeline(this.parts);
    this.known = new Map();
    this.since = Number.NEGATIVE_INFINITY;
    this.isChanged = true;
    await this.readInto(whole, having, read);
    this.timeline = whole;
    return whole;
  }

  /** Whether what it knows is still there, and only whole segments came. */
  private onlyGrew(having: ReadonlyMap<string, readonly HitSegment[]>): boolean {
    return [...this.known].every(([rule, segments]) => {
      const now = new Map(having.get(rule)?.map(({ segment, events }) => [segment, events]));
      return [...segments].every(([segment, events]) => now.get(segment) === events);
    });
  }

  /** Reads what it does not know. False when some of it comes too late for the timeline. */
  private async readInto(
    timeline: CorrelationTimeline,
    having: ReadonlyMap<string, readonly HitSegment[]>,
    read: ReadCorrelated,
  ): Promise<boolean> {
    for (const rule of this.parts.rules) {
      const known = this.known.get(rule.id);
      const lacking = (having.get(rule.id) ?? []).filter(({ segment }) => known?.has(segment) !== true);
      if (lacking.length === 0) continue;
      const { events, whole } = await read(
        rule,
        lacking.map(({ segment }) => segment),
      );
      if (!timeline.add(events)) return false;
      for (const { segment, events: hits } of lacking) this.note(rule.id, segment, hits);
      if (!whole) this.since = Math.max(this.since, earliest(events) + spanOf(this.parts));
      this.isChanged = true;
    }
    return true;
  }

  private note(rule: string, segment: number, hits: number): void {
    const own = this.known.get(rule) ?? new Map<number, number>();
    this.known.set(rule, own);
    own.set(segment, (own.get(segment) ?? 0) + hits);
  }
}

function earliest(events: readonly CorrelatedEvent[]): number {
  return events.reduce((least, { time }) => Math.min(least, time), Number.POSITIVE_INFINITY);
}

/** How far what comes true reaches back. */
function spanOf(parts: CorrelationParts): number {
  return correlationsIn(parts).reduce((sum, { timespan }) => sum + timespan, 0);
}

import { logger } from '@/lib/logger';
import { type ActiveRule, CorrelatedEvent, correlatedFields, correlationParts } from '@/lib/rules';
import type { TailEvent } from '../tail/tail-event';
import type { HitSegment } from './hit-rows';
import { readCorrelated } from './read-correlated';
import type { RunningRules } from './rule-state';
import { lookedThrough, type WatchedSegment } from './watched-segments';

/** Of each rule, the latest so many events are seen by correlations. */
const EVENTS_MAX = 20_000;

interface Kept {
  /** How many events the rule found in the segment, those without a time among them. */
  readonly hits: number;
  readonly events: readonly CorrelatedEvent[];
}

/**
 * The events that correlations are over. Those that arrive are kept as they are found; they are read again only where something
 * was found that did not come by here: in what was stored, or before this process began.
 */
export class CorrelatedEvents {
  private settings: string | null = null;
  private fields: ReadonlyMap<string, readonly string[]> = new Map();
  /** By rule and segment. */
  private readonly kept = new Map<string, Map<number, Kept>>();

  /** Turns to the rules as they are now. */
  follow(rules: RunningRules): void {
    if (this.settings === rules.settings) return;
    this.settings = rules.settings;
    this.fields = correlatedFields(correlationParts(rules));
    this.kept.clear();
  }

  /** An event that a rule found, if it has a time; null where no correlation is over the rule. */
  seenBy(rule: ActiveRule, event: TailEvent): CorrelatedEvent[] | null {
    const names = this.fields.get(rule.id);
    if (names === undefined) return null;
    const { time, type } = event;
    return time === null ? [] : [CorrelatedEvent.of(rule, names, event, { id: event.answer.id, time, type })];
  }

  /** Adds what a rule found behind what it had found in a segment. `hits`: how many events, those without a time among them. */
  add(rule: string, segment: number, { hits, events }: Kept): void {
    const own = this.kept.get(rule) ?? new Map<number, Kept>();
    this.kept.set(rule, own);
    const known = own.get(segment) ?? { hits: 0, events: [] };
    own.set(segment, { hits: known.hits + hits, events: latest([...known.events, ...events]) });
  }

  /** The events of a rule in the segments where it found some. */
  async of(
    rule: ActiveRule,
    having: readonly HitSegment[],
    segments: readonly WatchedSegment[],
  ): Promise<readonly CorrelatedEvent[]> {
    const known = this.kept.get(rule.id);
    const own = new Map<number, Kept>();
    const lacking: HitSegment[] = [];
    for (const hits of having) {
      const kept = known?.get(hits.segment);
      if (kept?.hits === hits.events) own.set(hits.segment, kept);
      else lacking.push(hits);
    }
    const read = await this.read(rule, lacking, segments);
    for (const { segment, events } of lacking) own.set(segment, { hits: events, events: read.get(segment) ?? [] });
    this.kept.set(rule.id, own);
    return latest([...own.values()].flatMap(({ events }) => events));
  }

  /** A rule that cannot be asked must not keep the correlations over others from running. */
  private async read(rule: ActiveRule, lacking: readonly HitSegment[], segments: readonly WatchedSegment[]) {
    const ids = new Set(lacking.map(({ segment }) => segment));
    const own = segments.filter(({ id }) => ids.has(id)).map(lookedThrough);
    if (own.length === 0) return new Map<number, CorrelatedEvent[]>();
    try {
      return await readCorrelated(rule, this.fields.get(rule.id) ?? [], own, EVENTS_MAX);
    } catch (error) {
      logger.error('correlations do not see the events of a rule', { rule: rule.id, error });
      return new Map<number, CorrelatedEvent[]>();
    }
  }
}

function latest(events: readonly CorrelatedEvent[]): readonly CorrelatedEvent[] {
  if (events.length <= EVENTS_MAX) return events;
  return [...events].sort((one, other) => one.time - other.time).slice(-EVENTS_MAX);
}

import { madeWithoutFlood } from '@/lib/detections';
import {
  type ActiveRule,
  CorrelatedEvent,
  correlatedFields,
  correlationParts,
  detectorOfRule,
  findingOfCorrelation,
} from '@/lib/rules';
import { saveRuleFindings } from '../detections/save-findings';
import type { TailEvent } from '../tail/tail-event';
import { FollowedCorrelation, type FoundInSegment } from './followed-correlation';
import { type HitSegment, hitSegments } from './hit-rows';
import type { RunningRules } from './rule-state';
import { StoredCorrelated } from './stored-correlated';
import type { WatchedSegment } from './watched-segments';

/** Some tens of megabytes, and some seconds to read. */
const READ_MAX = 200_000;

/** What there is for correlations to find. */
interface Findable {
  /** By rule, where it found something. */
  readonly having: ReadonlyMap<string, readonly HitSegment[]>;
  readonly stored: StoredCorrelated;
  /** Until when there are events, in microseconds. */
  readonly end: number;
}

/**
 * Runs correlations over the events of the rules that they are over, in the order of time and across segments. What they found before is
 * replaced: the same events never raise twice.
 */
export class Correlator {
  private settings: string | null = null;
  private fields: ReadonlyMap<string, readonly string[]> = new Map();
  private followed: readonly FollowedCorrelation[] = [];

  /** `readMax`: of what is stored, all rules of a correlation together may bring about so many events, the latest. */
  constructor(private readonly readMax = READ_MAX) {}

  /** Turns to the rules as they are now. */
  follow(rules: RunningRules): void {
    if (this.settings === rules.settings) return;
    this.settings = rules.settings;
    const raising = rules.correlations.filter(({ raises }) => raises);
    const parts = raising.map((correlation) => correlationParts(correlation, rules));
    this.fields = correlatedFields(parts);
    this.followed = parts.map((each) => new FollowedCorrelation(each));
  }

  /** Whether a correlation is over a rule. */
  isOver({ id }: ActiveRule): boolean {
    return this.fields.has(id);
  }

  /** An event that a rule found, as correlations see it; null when it has no time, or no correlation is over the rule. */
  seenBy(rule: ActiveRule, event: TailEvent): CorrelatedEvent | null {
    const names = this.fields.get(rule.id);
    const { time } = event;
    if (names === undefined || time === null) return null;
    return CorrelatedEvent.of(rule, names, event, { id: event.answer.id, time });
  }

  /** Tells what a rule found behind what it had found in a segment. */
  add(rule: string, segment: number, found: FoundInSegment): void {
    for (const each of this.followed) {
      if (each.parts.rules.some(({ id }) => id === rule)) each.take(rule, segment, found);
    }
  }

  /** Puts the findings that correlations have now in the place of those that they had. */
  async run(segments: readonly WatchedSegment[]): Promise<void> {
    if (this.followed.length === 0) return;
    const having = await this.hits();
    const stored = new StoredCorrelated(segments, this.fields);
    for (const each of this.followed) await this.raise(each, { having, stored, end: lastTime(segments) });
  }

  private async raise(followed: FollowedCorrelation, { having, stored, end }: Findable): Promise<void> {
    const { correlation, rules } = followed.parts;
    const most = Math.ceil(this.readMax / Math.max(1, rules.length));
    const matches = await followed.matches(having, end, (rule, ids) => stored.of(rule, ids, most));
    if (matches === null) return;
    const { id, level, confidence } = correlation;
    const findings = madeWithoutFlood(
      matches.map((match) => ({ level, confidence, from: match.from, key: match.group, match })),
      ({ match }) => findingOfCorrelation(correlation, match),
    );
    const detector = detectorOfRule(id);
    await saveRuleFindings(
      findings.map((finding) => ({ detector, finding })),
      [detector],
      followed.since,
    );
    followed.noteStored();
  }

  /** Of each rule that a correlation is over, where it found something. */
  private async hits(): Promise<ReadonlyMap<string, readonly HitSegment[]>> {
    const hits = new Map<string, HitSegment[]>([...this.fields.keys()].map((rule) => [rule, []]));
    for (const each of await hitSegments([...hits.keys()])) hits.get(each.rule)?.push(each);
    return hits;
  }
}

/** Until when there are events. */
function lastTime(segments: readonly WatchedSegment[]): number {
  return segments.reduce((last, segment) => Math.max(last, segment.last ?? last), Number.NEGATIVE_INFINITY);
}

import { type Finding, withoutFlood } from '@/lib/detections';
import {
  type ActiveCorrelation,
  type CorrelatedEvent,
  type CorrelationParts,
  correlate,
  correlationParts,
  findingOfCorrelation,
} from '@/lib/rules';
import { tellsAtOnce } from '@/lib/sigma';
import type { Found } from '../detections/reconcile';
import { saveRuleFindings } from '../detections/save-findings';
import type { CorrelatedEvents } from './correlated-events';
import { type HitSegment, hitSegments } from './hit-rows';
import { detectorOf } from './rule-findings';
import type { RunningRules } from './rule-state';
import type { WatchedSegment } from './watched-segments';

/**
 * Runs correlations over the events of the rules that they are over, in the order of time and across segments: those whose rules
 * found something since, and those that wait for the end of their time. What they found before is replaced: the same events never
 * raise twice.
 */
export class Correlator {
  private settings: string | null = null;
  private parts: readonly CorrelationParts[] = [];
  /** By rule, a text that names the events that it found when correlations ran. */
  private readonly states = new Map<string, string>();

  constructor(private readonly events: CorrelatedEvents) {}

  async run(rules: RunningRules, segments: readonly WatchedSegment[]): Promise<void> {
    this.follow(rules);
    if (this.parts.length === 0) return;
    const having = await this.hits();
    const changed = new Set([...having].filter(([rule, hits]) => this.states.get(rule) !== stateOf(hits)).map(first));
    const due = this.parts.filter(
      ({ correlation, rules: own }) => !tellsAtOnce(correlation.document) || own.some(({ id }) => changed.has(id)),
    );
    if (due.length === 0) return;
    const correlations = [...new Set(due.flatMap((each) => [...each.correlations, each.correlation]))];
    const events: CorrelatedEvent[] = [];
    for (const rule of new Set(due.flatMap((each) => each.rules))) {
      for (const event of await this.events.of(rule, having.get(rule.id) ?? [], segments)) events.push(event);
    }
    await saveRuleFindings(
      foundBy(correlations, events, lastTime(segments)),
      correlations.map(({ id }) => detectorOf(id)),
    );
    for (const [rule, hits] of having) this.states.set(rule, stateOf(hits));
  }

  private follow(rules: RunningRules): void {
    if (this.settings === rules.settings) return;
    this.settings = rules.settings;
    this.parts = correlationParts(rules);
    this.states.clear();
  }

  /** Of each rule that a correlation is over, where it found something. */
  private async hits(): Promise<ReadonlyMap<string, readonly HitSegment[]>> {
    const ids = new Set(this.parts.flatMap(({ rules }) => rules.map(({ id }) => id)));
    const hits = new Map<string, HitSegment[]>([...ids].map((id) => [id, []]));
    for (const each of await hitSegments([...ids])) hits.get(each.rule)?.push(each);
    return hits;
  }
}

const first = ([rule]: readonly [string, unknown]): string => rule;

function stateOf(hits: readonly HitSegment[]): string {
  return hits.map(({ segment, events }) => `${segment} ${events}`).join(', ');
}

/** Until when there are events. */
function lastTime(segments: readonly WatchedSegment[]): number {
  return segments.reduce((last, segment) => Math.max(last, segment.last ?? last), Number.NEGATIVE_INFINITY);
}

function foundBy(correlations: readonly ActiveCorrelation[], events: readonly CorrelatedEvent[], end: number): Found[] {
  const raised = correlate(correlations, events, end).filter(({ correlation }) => correlation.raises);
  if (raised.length === 0) return [];
  const types = new Map(events.map(({ id, type }) => [id, type]));
  const findings = new Map<string, Finding[]>();
  for (const { correlation, match } of raised) {
    const finding = findingOfCorrelation(correlation, match, (id) => types.get(id) ?? 'application');
    findings.set(correlation.id, [...(findings.get(correlation.id) ?? []), finding]);
  }
  return [...findings].flatMap(([id, own]) =>
    withoutFlood(own).map((finding) => ({ detector: detectorOf(id), finding })),
  );
}

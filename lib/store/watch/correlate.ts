import { type Finding, withoutFlood } from '@/lib/detections';
import type { LogType } from '@/lib/events';
import { logger } from '@/lib/logger';
import { type ActiveCorrelation, type ActiveRule, findingOfCorrelation } from '@/lib/rules';
import { CorrelationSet, isNamed } from '@/lib/sigma';
import type { Found } from '../detections/reconcile';
import { saveRuleFindings } from '../detections/save-findings';
import { type CorrelatedEvent, correlatedEvents } from './correlated-events';
import { hitSegments } from './hit-rows';
import { detectorOf } from './rule-findings';
import type { RunningRules } from './rule-state';
import type { WatchedSegment } from './watched-segments';

interface Kept {
  /** Names the events of the rule that there are. */
  readonly state: string;
  readonly events: readonly CorrelatedEvent[];
}

/**
 * Runs all correlations over the events of the rules that they are over, in the order of time and across segments. What they found
 * before is replaced: the same events never raise twice. Events are read again only of rules that found something since.
 */
export class Correlator {
  private readonly kept = new Map<string, Kept>();
  private settings: string | null = null;

  async run(rules: RunningRules, segments: readonly WatchedSegment[]): Promise<void> {
    const { correlations } = rules;
    if (this.settings !== rules.settings) this.kept.clear();
    this.settings = rules.settings;
    if (correlations.length === 0) return;
    const parts = rules.rules.filter((rule) => correlations.some((other) => isOver(other, rule)));
    const events = await this.eventsOf(parts, segments);
    const found = correlated(correlations, events, lastTime(segments));
    await saveRuleFindings(
      found,
      correlations.map(({ id }) => detectorOf(id)),
    );
  }

  private async eventsOf(
    parts: readonly ActiveRule[],
    segments: readonly WatchedSegment[],
  ): Promise<CorrelatedEvent[]> {
    const having = await hitSegments(parts.map(({ id }) => id));
    const all: CorrelatedEvent[] = [];
    for (const rule of parts) {
      const own = having.filter((each) => each.rule === rule.id);
      const state = own.map(({ segment, events }) => `${segment} ${events}`).join(', ');
      const kept = this.kept.get(rule.id);
      if (kept?.state !== state) {
        const ids = new Set(own.map(({ segment }) => segment));
        const events = await read(
          rule,
          segments.filter(({ id }) => ids.has(id)),
        );
        this.kept.set(rule.id, { state, events });
      }
      for (const event of this.kept.get(rule.id)?.events ?? []) all.push(event);
    }
    return all.sort((one, other) => one.time - other.time || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  }
}

/** A rule that cannot be asked must not keep the correlations over others from running. */
async function read(rule: ActiveRule, segments: readonly WatchedSegment[]): Promise<readonly CorrelatedEvent[]> {
  if (segments.length === 0) return [];
  try {
    return await correlatedEvents(rule, segments);
  } catch (error) {
    logger.error('correlations do not see the events of a rule', { rule: rule.id, error });
    return [];
  }
}

function isOver({ document }: ActiveCorrelation, rule: ActiveRule): boolean {
  return document.rules.some((name) => isNamed(rule.document, name));
}

/** Until when there are events: what waits for the end of its time is over by then. */
function lastTime(segments: readonly WatchedSegment[]): number {
  return segments.reduce((last, segment) => Math.max(last, segment.last ?? last), Number.NEGATIVE_INFINITY);
}

function correlated(
  correlations: readonly ActiveCorrelation[],
  events: readonly CorrelatedEvent[],
  end: number,
): Found[] {
  const set = new CorrelationSet(correlations.map(({ document }) => document));
  const types = new Map<string, LogType>(events.map(({ id, type }) => [id, type]));
  const findings = new Map<string, Finding[]>();
  const note = (matches: ReturnType<CorrelationSet['advance']>) => {
    for (const match of matches) {
      const correlation = correlations.find(({ document }) => document === match.rule);
      if (correlation?.raises !== true) continue;
      const finding = findingOfCorrelation(correlation, match, (id) => types.get(id) ?? 'application');
      findings.set(correlation.id, [...(findings.get(correlation.id) ?? []), finding]);
    }
  };
  for (let at = 0; at < events.length; ) {
    const first = events[at];
    if (first === undefined) break;
    // What several rules found is one event.
    const same: CorrelatedEvent[] = [];
    for (; events[at]?.id === first.id; at += 1) same.push(events[at] ?? first);
    const field = (name: string) => same.map((event) => event.field(name)).find((value) => value !== null) ?? null;
    const found = same.map(({ rule }) => rule.document);
    note(set.add(found, { time: first.time, id: first.id, field }));
  }
  if (Number.isFinite(end)) note(set.advance(end));
  return [...findings].flatMap(([id, own]) =>
    withoutFlood(own).map((finding) => ({ detector: detectorOf(id), finding })),
  );
}

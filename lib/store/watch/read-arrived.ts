import { readsOriginals } from '@/lib/query';
import { type ActiveRule, type CorrelatedEvent, HitCollector, type RuleHit } from '@/lib/rules';
import { RuleSet } from '@/lib/sigma';
import { readOnly } from '../read-only';
import { grouped } from '../rules/grouped';
import { wholeSecond } from '../selection';
import { TailPages } from '../tail/tail-pages';
import type { Correlator } from './correlate';
import { addHits, hitCounts, type SegmentHits } from './hit-rows';
import { type RunningRules, whileRulesStay } from './rule-state';
import { rulesFor } from './search-stored';
import { holdSegments, saveProgress } from './segment-progress';
import { HITS_MAX } from './stored-hits';
import type { WatchedSegment } from './watched-segments';

/** Events of one segment read in one go: some tenths of a second, after which the others have their turn. */
const EVENTS_MAX = 5000;
/** A segment that began to grow a moment ago is read as it arrives: asking its columns costs as much for ten events as for all. */
const BEGUN_EVENTS_MAX = 20_000;

/** The rules that look at what arrives, prepared. */
interface Prepared {
  readonly settings: string;
  readonly generation: number;
  readonly set: RuleSet;
  readonly rules: readonly ActiveRule[];
  readonly texts: boolean;
}

/** A segment whose events from a number on are to be read, and the generation of the rules that look at them. */
interface Part {
  readonly segment: WatchedSegment;
  readonly from: number;
  readonly generation: number;
}

/** What was found in a part. */
interface Looked {
  readonly hits: readonly SegmentHits[];
  /** The events with a time of rules that a correlation is over. */
  readonly correlated: readonly CorrelatedEvent[];
}

/**
 * Looks at events of segments that grow as they arrive: each once, with all rules that have looked at the ones before it.
 */
export class ArrivedReader {
  private readonly pages = new TailPages();
  private prepared: Prepared | null = null;
  /** Whether the last time more had arrived than was read. */
  isBehind = false;
  /** By segment, how many hits each rule has there. */
  private readonly counts = new Map<number, Map<string, number>>();

  /** What is found is told to `correlator` too. */
  constructor(private readonly correlator: Correlator) {}

  /** Reads some events of each segment that has new ones. Answers the rules that found something, or null when none has. */
  async read(rules: RunningRules, segments: readonly WatchedSegment[]): Promise<ReadonlySet<string> | null> {
    const waiting = segments.flatMap((segment) => partOf(rules, segment) ?? []);
    this.forgetOthers(segments);
    this.isBehind = waiting.some(({ from, segment }) => segment.numbers - from > EVENTS_MAX);
    if (waiting.length === 0) return null;
    const found = new Set<string>();
    for (const part of waiting) for (const rule of await this.readPart(rules, part)) found.add(rule);
    return found;
  }

  private async readPart(rules: RunningRules, { segment, from, generation }: Part): Promise<readonly string[]> {
    const { id, numbers } = segment;
    const prepared = this.prepare(rules, generation);
    const upTo = Math.min(numbers, from + EVENTS_MAX);
    const found = await this.look(segment, { from, upTo }, prepared);
    const hits = await this.withinRoom(id, found.hits);
    const stored = await whileRulesStay(rules, async (client) => {
      if (!(await holdSegments(client, [segment])).has(id)) return false;
      await addHits(client, hits, from);
      await saveProgress(client, id, { generation, upTo });
      return true;
    });
    if (stored !== true) {
      this.counts.delete(id);
      return [];
    }
    const correlated = grouped(found.correlated, ({ rule }) => rule.id);
    for (const { rule, hits: own } of hits) {
      const count = own.reduce((sum, hit) => sum + hit.events, 0);
      this.correlator.add(rule, id, { hits: count, events: correlated.get(rule) ?? [] });
    }
    return hits.map(({ rule }) => rule);
  }

  private async look(
    { id, storedAt }: WatchedSegment,
    { from, upTo }: { readonly from: number; readonly upTo: number },
    { set, rules, texts }: Prepared,
  ): Promise<Looked> {
    const correlated: CorrelatedEvent[] = [];
    const collector = new HitCollector(storedAt);
    const arrival = { id: 0, segment: id, first: from, last: upTo - 1 };
    for (let after = from - 1; after < upTo - 1; ) {
      const page = await readOnly((reader) => this.pages.behind(reader, arrival, after, texts));
      for (const event of page.events) {
        for (const place of set.finding(event)) {
          const rule = rules[place];
          if (rule === undefined) continue;
          collector.add(rule, event);
          const seen = this.correlator.seenBy(rule, event);
          if (seen !== null) correlated.push(seen);
        }
      }
      after = page.upTo;
    }
    return { hits: [...collector.hits()].map(([rule, hits]) => ({ segment: id, rule, hits })), correlated };
  }

  /** Hits of rules that have too many in the segment are not told apart any more. */
  private async withinRoom(id: number, found: readonly SegmentHits[]): Promise<SegmentHits[]> {
    if (found.length === 0) return [];
    const counts = this.counts.get(id) ?? (await hitCounts(id));
    this.counts.set(id, counts);
    return found.map(({ segment, rule, hits }) => {
      const count = (counts.get(rule) ?? 0) + hits.length;
      counts.set(rule, count);
      return { segment, rule, hits: count > HITS_MAX ? together(hits) : hits };
    });
  }

  private prepare(rules: RunningRules, generation: number): Prepared {
    const known = this.prepared;
    if (known?.settings === rules.settings && known.generation === generation) return known;
    const own = rules.rules.filter((rule) => rule.generation <= generation);
    const texts = own.some((rule) => readsOriginals(rule.query) || rule.by.length > 0 || this.correlator.isOver(rule));
    const set = new RuleSet(own, wholeSecond());
    this.prepared = { settings: rules.settings, generation, set, rules: own, texts };
    return this.prepared;
  }

  private forgetOthers(segments: readonly WatchedSegment[]): void {
    const growing = new Set(segments.filter(({ grows }) => grows).map(({ id }) => id));
    for (const id of this.counts.keys()) if (!growing.has(id)) this.counts.delete(id);
  }
}

/** What of a segment is to be read next; null when there is nothing, or when all of it is looked at as stored. */
function partOf(rules: RunningRules, segment: WatchedSegment): Part | null {
  const { seen, grows, numbers } = segment;
  if (seen === null) {
    return grows && numbers <= BEGUN_EVENTS_MAX ? { segment, from: 0, generation: rules.generation } : null;
  }
  if (seen.upTo >= numbers) return null;
  // Where rules are still to look at what was before, they are to look at this with it.
  const generation = rulesFor(rules, segment) === null ? rules.generation : seen.generation;
  return { segment, from: seen.upTo, generation };
}

/** The same events as hits without a key: one for each type. */
function together(hits: readonly RuleHit[]): RuleHit[] {
  const collected = new Map<string, RuleHit>();
  for (const hit of hits) {
    const name = `${hit.type} ${hit.untimed} ${Math.floor(hit.from / 3600e6)}`;
    const known = collected.get(name);
    collected.set(name, {
      ...hit,
      key: null,
      from: Math.min(hit.from, known?.from ?? hit.from),
      to: Math.max(hit.to, known?.to ?? hit.to),
      events: hit.events + (known?.events ?? 0),
    });
  }
  return [...collected.values()];
}

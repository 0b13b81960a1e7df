import { noteRulesLooked } from '../detections/save-findings';
import { readOnly } from '../read-only';
import { Correlator } from './correlate';
import { endLookBack } from './look-back';
import { ArrivedReader } from './read-arrived';
import { dropFindingsOfOthers, raiseFindings } from './rule-findings';
import { type RunningRules, ruleSettings, runningRules } from './rule-state';
import { rulesFor, searchStored } from './search-stored';
import { type WatchedSegment, watchedSegments } from './watched-segments';

/** While rules are looking, findings follow what they found by so long. */
const PAUSE_MS = 2000;
/** Making findings and correlating take no more than one part in so many of the time meanwhile, */
const SHARE = 5;
/** unless people would wait longer than this. */
const PAUSE_MAX_MS = 10_000;

/** What may be left after a turn: surely more, what comes meanwhile, or nothing. */
type Left = 'more' | 'some' | 'nothing';

/** Runs the rules that are on over all that is stored and all that arrives, a piece at each turn. */
export class RuleWatch {
  private rules: RunningRules | null = null;
  private readonly arrived: ArrivedReader;
  /** By segment, how many events it had. */
  private known: ReadonlyMap<number, number> = new Map();
  /** Rules whose findings may not be what they found; null = any. */
  private changed: Set<string> | null = null;
  private isNoted = false;
  private endedFor: string | null = null;
  private nextRaise = 0;

  constructor(private readonly correlator = new Correlator()) {
    this.arrived = new ArrivedReader(correlator);
  }

  /** Looks at what is next. After `nothing` all is looked at, and all findings are made. */
  async turn(): Promise<Left> {
    const rules = await this.currentRules();
    const before = await readOnly(watchedSegments);
    this.noteLosses(before);
    const arrived = await this.arrived.read(rules, before);
    const segments = arrived === null ? before : await readOnly(watchedSegments);
    const stored = await searchStored(rules, segments);
    for (const rule of [...(arrived ?? []), ...(stored ?? [])]) this.changed?.add(rule);
    const worked = arrived !== null || stored !== null;
    if (worked) this.isNoted = false;
    if (!worked || Date.now() >= this.nextRaise) await this.raise(rules, segments);
    await this.endLookBacks(rules, segments);
    if (stored !== null || this.arrived.isBehind) return 'more';
    return worked ? 'some' : 'nothing';
  }

  private async currentRules(): Promise<RunningRules> {
    if (this.rules !== null && this.rules.settings === (await ruleSettings())) return this.rules;
    this.rules = await runningRules();
    this.correlator.follow(this.rules);
    this.changed = null;
    return this.rules;
  }

  /** Where events were deleted or read again, findings lose theirs. */
  private noteLosses(segments: readonly WatchedSegment[]): void {
    const now = new Map(segments.map(({ id, events }) => [id, events]));
    if ([...this.known].some(([id, events]) => (now.get(id) ?? -1) < events)) this.changed = null;
    this.known = now;
  }

  private async raise(rules: RunningRules, segments: readonly WatchedSegment[]): Promise<void> {
    const { changed } = this;
    if (changed === null || changed.size > 0) {
      const began = Date.now();
      if (changed === null) await dropFindingsOfOthers(rules);
      await raiseFindings(rules, changed ?? new Set(rules.rules.map(({ id }) => id)));
      await this.correlator.run(segments);
      this.changed = new Set();
      this.isNoted = false;
      const took = Date.now() - began;
      this.nextRaise = Date.now() + Math.max(PAUSE_MS, took, Math.min(took * SHARE, PAUSE_MAX_MS));
    }
    if (!this.isNoted) await noteRulesLooked();
    this.isNoted = true;
  }

  private async endLookBacks(rules: RunningRules, segments: readonly WatchedSegment[]): Promise<void> {
    if (this.endedFor === rules.settings) return;
    if (segments.some((segment) => segment.seen === null || rulesFor(rules, segment) !== null)) return;
    await endLookBack(rules.generation);
    this.endedFor = rules.settings;
  }
}

import { logger } from '@/lib/logger';
import type { ActiveRule } from '@/lib/rules';
import { questionOf } from '../answer-about';
import { readOnly } from '../read-only';
import { wholeSecond } from '../selection';
import { type CorrelatedPart, correlatedIn } from './correlated-in';
import type { WatchedSegment } from './watched-segments';

/** So many events are remembered for other correlations over the same rule. */
const REMEMBERED_MAX = 200_000;

/** Reads what rules found in segments that are stored, for all correlations that run at one time. */
export class StoredCorrelated {
  private readonly remembered = new Map<string, CorrelatedPart>();
  private count = 0;

  /** `fields`: by rule, the names of the fields that correlations ask for. */
  constructor(
    private readonly segments: readonly WatchedSegment[],
    private readonly fields: ReadonlyMap<string, readonly string[]>,
  ) {}

  /**
   * The latest events, a little more than `most` where there are more, that a rule found in segments, by their ids. A rule that cannot be
   * asked has none: it must not keep the correlations over others from running.
   */
  async of(rule: ActiveRule, ids: readonly number[], most: number): Promise<CorrelatedPart> {
    const name = JSON.stringify([rule.id, ...ids]);
    const known = this.remembered.get(name);
    if (known?.whole === true) return known;
    try {
      const part = await this.read(rule, new Set(ids), most);
      this.remember(name, part);
      return part;
    } catch (error) {
      logger.error('correlations do not see the events of a rule', { rule: rule.id, error });
      return { events: [], whole: true };
    }
  }

  private read(rule: ActiveRule, ids: ReadonlySet<number>, most: number): Promise<CorrelatedPart> {
    const segments = this.segments.filter(({ id }) => ids.has(id));
    // What arrived since is told when rules have looked at it.
    const upTo = new Map(segments.map(({ id, seen }) => [id, seen?.upTo ?? Number.POSITIVE_INFINITY]));
    const scope = {
      ...{ query: rule.query, types: [], from: null, to: null, since: null },
      ...{ segments, everywhere: false, now: wholeSecond() },
    };
    const names = this.fields.get(rule.id) ?? [];
    return readOnly(async (reader) => {
      const question = await questionOf(reader, scope);
      const isSeen = ({ segment, n }: { segment: number; n: number }) => n < (upTo.get(segment) ?? 0);
      return correlatedIn(question, { rule, names, isSeen }, 'latest', most);
    });
  }

  private remember(name: string, part: CorrelatedPart): void {
    if (this.count + part.events.length > REMEMBERED_MAX) {
      this.remembered.clear();
      this.count = 0;
    }
    this.remembered.set(name, part);
    this.count += part.events.length;
  }
}

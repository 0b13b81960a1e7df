import { knownField, type Predicate, parseQuery, type Query, type QueryableEvent, queryPredicate } from '@/lib/query';
import type { LogSourceMapping } from '../log-sources';
import { guardOf } from './guard';
import { GuardIndex } from './guard-index';

/** As much of a compiled rule as is needed to find its events. */
export interface RunnableRule {
  readonly query: Query;
  readonly logSource: Pick<LogSourceMapping, 'events' | 'fields'>;
}

/** The rules whose events are the same. */
interface SourceRules {
  readonly isTheirs: Predicate;
  readonly index: GuardIndex;
  readonly places: readonly number[];
  readonly predicates: readonly Predicate[];
}

/**
 * Many rules, asked about many events: prepared once, so that most rules are never looked at for most events. First come the
 * log sources, each asked once for all of its rules, then what each rule needs at least (`guard.ts`), then the rules themselves.
 */
export class RuleSet {
  private readonly sources: readonly SourceRules[];
  /** Names that formats give to attributes: in originals they are no paths. */
  private readonly attributes: ReadonlySet<string>;

  /** `now` is what relative times count from. */
  constructor(rules: readonly RunnableRule[], now: Date) {
    this.attributes = new Set(rules.flatMap(({ logSource }) => attributesOf(logSource)));
    const isField = (name: string) => this.attributes.has(name);
    const bySource = placesBySource(rules);
    this.sources = [...bySource].map(([events, places]) => {
      const queries = places.flatMap((place) => rules[place]?.query ?? []);
      return {
        isTheirs: queryPredicate(parseQuery(events), now),
        index: new GuardIndex(queries.map((query) => guardOf(query, isField))),
        places,
        predicates: queries.map((query) => queryPredicate(query, now)),
      };
    });
  }

  /** The places of the rules that find an event, in ascending order. */
  finding(event: QueryableEvent): number[] {
    const seen = this.seen(event);
    const found: number[] = [];
    for (const { isTheirs, index, places, predicates } of this.sources) {
      if (!isTheirs(seen)) continue;
      for (const number of index.passed(seen, (name) => fieldText(seen, name))) {
        const place = places[number];
        if (place !== undefined && predicates[number]?.(seen) === true) found.push(place);
      }
    }
    return found.sort((one, other) => one - other);
  }

  private seen(event: QueryableEvent): QueryableEvent {
    const { attributes } = this;
    return {
      type: event.type,
      severity: event.severity,
      time: event.time,
      message: event.message,
      text: event.text,
      field: (name) => event.field(name),
      attribute: (name) => event.attribute(name),
      knowsAttribute: (name) => attributes.has(name) || event.knowsAttribute?.(name) !== false,
    };
  }
}

function placesBySource(rules: readonly RunnableRule[]): ReadonlyMap<string, readonly number[]> {
  const bySource = new Map<string, number[]>();
  for (const [place, { logSource }] of rules.entries()) {
    bySource.set(logSource.events, [...(bySource.get(logSource.events) ?? []), place]);
  }
  return bySource;
}

function attributesOf({ events, fields }: RunnableRule['logSource']): string[] {
  const targets = Object.values(fields).flat();
  const named = targets.map((target) => (typeof target === 'string' ? target : target.field));
  return [...named, ...namesIn(parseQuery(events))].filter((name) => knownField(name) === null);
}

function namesIn(query: Query): string[] {
  if (query.kind === 'field') return [query.field.name];
  if (query.kind === 'and' || query.kind === 'or') return query.of.flatMap(namesIn);
  return query.kind === 'not' ? namesIn(query.of) : [];
}

function fieldText(event: QueryableEvent, name: string): string | null {
  if (name === 'message') return event.message;
  const value = knownField(name) === null ? event.attribute(name) : event.field(name);
  return value === null ? null : String(value);
}

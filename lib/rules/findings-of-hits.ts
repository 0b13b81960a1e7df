import { type Finding, madeWithoutFlood } from '@/lib/detections';
import { checkQuery, describeQuery, fold, narrowedTo } from '@/lib/query';
import type { ActiveRule } from './active-rule';
import { NEAR_MICROS, type RuleHit } from './rule-hit';
import { countOf, shortened, titleOf, WORDS_MAX, wholeMilliseconds } from './words-of-findings';

/** Hits about the same, in the order of their times. */
type Cluster = readonly [RuleHit, ...RuleHit[]];

/**
 * The findings that the hits of a rule are. Hits about the same and near each other are one; values that differ only in the case
 * of their letters are the same, as queries do not tell them apart. A flood is folded as that of a detector is.
 */
export function findingsOfHits(rule: ActiveRule, hits: readonly RuleHit[]): readonly Finding[] {
  if (!rule.raises) return [];
  // Where some were not told apart, a query for one of the others would show some of them too.
  const told = hits.some(({ key }) => key === null) ? hits.map((hit) => ({ ...hit, key: null })) : hits;
  const total = hits.reduce((sum, { events }) => sum + events, 0);
  const clusters = [...aboutTheSame(told).values()].flatMap(near);
  const { level, confidence } = rule;
  return madeWithoutFlood(
    clusters.map((cluster) => ({ level, confidence, from: cluster[0].from, key: keyOf(cluster[0]), cluster })),
    ({ cluster }) => findingOf(rule, cluster, total),
  );
}

function aboutTheSame(hits: readonly RuleHit[]): ReadonlyMap<string, RuleHit[]> {
  const same = new Map<string, RuleHit[]>();
  for (const hit of hits) {
    const name = JSON.stringify(keyOf(hit));
    const list = same.get(name);
    if (list === undefined) same.set(name, [hit]);
    else list.push(hit);
  }
  return same;
}

/** What a finding is known again by. */
function keyOf({ key, type, untimed }: RuleHit): string[] {
  const values = key === null ? ['*'] : key.map((value) => (value === null ? '-' : `=${fold(value)}`));
  return [type, untimed ? 'untimed' : 'timed', ...values];
}

function near(hits: readonly RuleHit[]): Cluster[] {
  const sorted = [...hits].sort((one, other) => one.from - other.from || one.to - other.to);
  const clusters: [RuleHit, ...RuleHit[]][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const hit of sorted) {
    const last = clusters.at(-1);
    // Events without a time stand where they were stored, which says nothing of how near they are.
    if (last !== undefined && (hit.untimed || hit.from - end <= NEAR_MICROS)) last.push(hit);
    else clusters.push([hit]);
    end = Math.max(end, hit.to);
  }
  return clusters;
}

function findingOf(rule: ActiveRule, cluster: Cluster, total: number): Finding {
  const [first] = cluster;
  const events = cluster.reduce((sum, hit) => sum + hit.events, 0);
  const values = rule.by.map((field, place) => ({ field, value: first.key?.[place] ?? null }));
  const present = values.flatMap(({ field, value }) => (value === null ? [] : [[field, value] as const]));
  const shown = queryOf(rule, first.key === null ? [] : values);
  return {
    key: keyOf(first),
    type: first.type,
    ...wholeMilliseconds(first.from, Math.max(...cluster.map(({ to }) => to))),
    level: rule.level,
    confidence: rule.confidence,
    title: titleOf(
      rule.title,
      present.map(([, value]) => value),
    ),
    reason: [reasonOf(rule, events, total), ...(shown.isWhole ? [] : [TOO_LONG]), ...notesOf(first)].join(' '),
    observed: events,
    expected: null,
    history: 0,
    query: shown.text,
    events,
    subject: Object.fromEntries(present),
    techniques: rule.techniques,
  };
}

const TOO_LONG =
  'The query of the rule is too long to be opened: this one shows all events about the same, not only those that were found.';
const UNTIMED =
  'These events bear no time: the finding stands where they were stored, and no range of time shows them.';
const MANY = 'It found too many different ones to tell them apart.';

function notesOf({ key, untimed }: RuleHit): string[] {
  return [...(untimed ? [UNTIMED] : []), ...(key === null ? [MANY] : [])];
}

function reasonOf(rule: ActiveRule, events: number, total: number): string {
  const these =
    events === total ? `It found ${countOf(events)}.` : `It found ${countOf(total)}, ${countOf(events)} of them here.`;
  return `${these} ${shortened(rule.about, WORDS_MAX) || lookedFor(rule)}`;
}

function lookedFor({ query }: ActiveRule): string {
  return `The rule looks for: ${shortened(describeQuery(query), WORDS_MAX).replace(/\.$/, '')}.`;
}

/** The query of the rule with the values; without the rule's part where that, or both together, cannot be opened. */
function queryOf(rule: ActiveRule, values: readonly { readonly field: string; readonly value: string | null }[]) {
  const text = rule.text === null ? null : narrowedTo(rule.text, values);
  if (text !== null && checkQuery(text) === null) return { text, isWhole: true };
  return { text: narrowedTo('', values), isWhole: false };
}

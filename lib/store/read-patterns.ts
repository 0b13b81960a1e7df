import type { z } from 'zod';
import type { PatternAnswer, PatternsAnswer, patternsParameters } from '@/lib/interface';
import { type AggregateCall, type Cell, combine, parseQuery, type Query, resolveField } from '@/lib/query';
import { answerAbout, type Question, questionAbout, questionWith } from './answer-about';
import { breakdownBy } from './breakdown';
import { eventId } from './event-rows';
import { groupRows } from './group-rows';
import { patternTexts } from './pattern-texts';
import { isoFromMicros } from './times';

type Parameters = z.output<typeof patternsParameters>;

const PATTERN = resolveField('pattern');
const TIME = resolveField('time');
const COUNT: AggregateCall = { kind: 'count', field: null, parameter: null, name: 'count' };
const FIRST: AggregateCall = { kind: 'min', field: TIME, parameter: null, name: 'first' };
const LAST: AggregateCall = { kind: 'max', field: TIME, parameter: null, name: 'last' };
/** Who an event's writer is, best told first. */
const EMITTERS = [resolveField('container'), resolveField('component'), resolveField('node')];
const EMITTERS_MAX = 3;
/** Patterns that one clause of a query names. */
const IDS_TOGETHER = 200;
/** What is first seen in this last part of the time is new. */
const NEW_PART = 0.1;

/** A pattern among the events asked about; times in microseconds. */
interface Counted {
  readonly id: string;
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
}

/** The patterns of the matching events, with exact counts. */
export function readPatterns(parameters: Parameters, signal?: AbortSignal): Promise<PatternsAnswer> {
  return answerAbout(
    parameters,
    async (question) => {
      const { counted, without } = await countPatterns(question);
      const shown = await withText(question, counted, parameters.contains);
      const isNew = await noveltyOf(question, counted, parameters, signal);
      const sorted = shown.sort(ORDERS[parameters.order](isNew.firstOf));
      const page = sorted.slice(0, parameters.limit);
      return {
        patterns: await described(question, page, isNew),
        total: shown.length,
        events: shown.reduce((sum, { count }) => sum + count, 0),
        most: shown.reduce((most, { count }) => Math.max(most, count), 0),
        without,
        exact: true,
      };
    },
    signal,
  );
}

async function countPatterns(question: Question): Promise<{ counted: Counted[]; without: number }> {
  const rows = await groupRows(question, {
    ...{ kind: 'group', aggregates: [COUNT, FIRST, LAST], by: [PATTERN], bucket: null, unseenForMs: null },
  });
  let without = 0;
  const counted: Counted[] = [];
  for (const [id, count, first, last] of rows) {
    if (typeof id !== 'string') without += Number(count);
    else counted.push({ id, count: Number(count), first: microsOf(first), last: microsOf(last) });
  }
  return { counted, without };
}

function microsOf(cell: Cell | undefined): number | null {
  return cell == null ? null : Number(cell);
}

/** Those whose text contains what is sought. */
async function withText(question: Question, counted: Counted[], contains: string | undefined): Promise<Counted[]> {
  if (contains === undefined || contains === '') return counted;
  const texts = await patternTexts(
    question.reader,
    counted.map(({ id }) => id),
  );
  const sought = contains.toLowerCase();
  return counted.filter(({ id }) => texts.get(id)?.toLowerCase().includes(sought));
}

/** When patterns were first seen among all events of the source, in microseconds, and from when on that is new. */
interface Novelty {
  readonly firstOf: (id: string) => number;
  readonly since: number;
}

async function noveltyOf(
  question: Question,
  shown: readonly Counted[],
  parameters: Parameters,
  signal?: AbortSignal,
): Promise<Novelty> {
  const { reader, scope } = question;
  const all = await questionAbout(reader, { type: [], source: parameters.source }, signal, scope.now);
  const { counted } = await countPatterns(all);
  const firsts = new Map(counted.map((each) => [each.id, each.first ?? Number.NEGATIVE_INFINITY]));
  const firstOf = (id: string) => firsts.get(id) ?? Number.NEGATIVE_INFINITY;
  const from = scope.from === null ? null : scope.from.getTime() * 1000;
  // Where all that is shown is new, as in a range that begins with the logs of another cluster, to say so tells nothing.
  if (from !== null && shown.some(({ id }) => firstOf(id) < from)) return { since: from, firstOf };
  const { first, last } = await question.matching.extent();
  return {
    since: first === null || last === null ? Number.POSITIVE_INFINITY : last - (last - first) * NEW_PART,
    firstOf,
  };
}

type Compare = (one: Counted, other: Counted) => number;

const ORDERS: Record<Parameters['order'], (firstOf: Novelty['firstOf']) => Compare> = {
  rare: (firstOf) => (one, other) => one.count - other.count || newestFirst(firstOf, one, other),
  frequent: (firstOf) => (one, other) => other.count - one.count || newestFirst(firstOf, one, other),
  new: (firstOf) => (one, other) => newestFirst(firstOf, one, other),
};

function newestFirst(firstOf: Novelty['firstOf'], one: Counted, other: Counted): number {
  const [here, there] = [firstOf(one.id), firstOf(other.id)];
  if (here !== there) return here > there ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

async function described(question: Question, page: readonly Counted[], novelty: Novelty): Promise<PatternAnswer[]> {
  if (page.length === 0) return [];
  const ids = page.map(({ id }) => id);
  const texts = await patternTexts(question.reader, ids);
  const emitters = await emittersOf(question, ids);
  const rows = await question.matching.examples(breakdownBy('pattern', 'pattern'), ids);
  const examples = new Map(
    rows.map((row) => [row.pattern, { id: eventId(row.segment, row.n), message: row.message }] as const),
  );
  return page.map(({ id, count, first, last }) => ({
    id,
    text: texts.get(id) ?? '',
    count,
    first: first === null ? null : isoFromMicros(first),
    last: last === null ? null : isoFromMicros(last),
    isNew: novelty.firstOf(id) >= novelty.since,
    emitters: emitters.get(id) ?? [],
    example: examples.get(id) ?? null,
  }));
}

/** A text of all ids would be longer than a query may be. */
function ofPatterns(ids: readonly string[]): Query {
  const parts: Query[] = [];
  for (let at = 0; at < ids.length; at += IDS_TOGETHER) {
    parts.push(parseQuery(`pattern:(${ids.slice(at, at + IDS_TOGETHER).join(' or ')})`));
  }
  return combine('or', parts);
}

type Emitters = PatternAnswer['emitters'];

/** For each pattern the containers, programs or nodes that have most of its events. */
async function emittersOf(question: Question, ids: readonly string[]): Promise<ReadonlyMap<string, Emitters>> {
  const query = combine('and', [question.scope.query, ofPatterns(ids)]);
  const rows = await groupRows(await questionWith(question, { ...question.scope, query }), {
    ...{ kind: 'group', aggregates: [COUNT], by: [PATTERN, ...EMITTERS], bucket: null, unseenForMs: null },
  });
  const counts = new Map<string, Map<string, Emitters[number]>>();
  for (const [id, ...cells] of rows) {
    const place = EMITTERS.findIndex((_field, index) => cells[index] !== null);
    const field = EMITTERS[place]?.name;
    if (typeof id !== 'string' || field === undefined) continue;
    const value = String(cells[place]);
    const own = counts.get(id) ?? new Map<string, Emitters[number]>();
    counts.set(id, own);
    const known = own.get(`${field} ${value}`)?.count ?? 0;
    own.set(`${field} ${value}`, { field, value, count: known + Number(cells[EMITTERS.length]) });
  }
  return new Map(
    Array.from(counts, ([id, own]) => [
      id,
      [...own.values()].sort((one, other) => other.count - one.count).slice(0, EMITTERS_MAX),
    ]),
  );
}

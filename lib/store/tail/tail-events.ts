import type { z } from 'zod';
import { Cancelled } from '@/lib/errors';
import { logTypeCode } from '@/lib/events';
import type { EventAnswer, TailMany, tailParameters } from '@/lib/interface';
import { queryPredicate, readsOriginals } from '@/lib/query';
import { type Reader, readOnly } from '../read-only';
import { resolveScope, type Scope, wholeSecond } from '../selection';
import { ArrivalListener } from './arrival-listener';
import { type Arrival, arrivalsFrom, isRemembered, newestArrival } from './arrivals';
import type { TailEvent } from './tail-event';
import { TailPages } from './tail-pages';
import { readPosition, type TailPosition, WHOLE, writePosition } from './tail-position';

type Parameters = z.output<typeof tailParameters>;

/** Something that a tail says; `position` is how far it is with that. */
export type TailNews =
  | { readonly kind: 'event'; readonly position: string; readonly event: EventAnswer }
  | { readonly kind: 'many'; readonly position: string; readonly many: TailMany }
  /** What arrived behind the position asked for is not known any more. */
  | { readonly kind: 'gap'; readonly position: string }
  /** Nothing that matches, or nothing at all for a while. */
  | { readonly kind: 'position'; readonly position: string };

/** An arrival of more events than this is an upload that was read: it is announced, not shown event by event. */
const ARRIVAL_EVENTS_MAX = 10_000;
/** Proxies cut connections on which nothing is said for a minute. */
const SILENCE_MS = 15_000;
const ARRIVALS_AT_ONCE = 50;

const listener = new ArrivalListener();
const pages = new TailPages();

/**
 * The events of a question as they become visible, in the order in which they do, each once. It goes at the pace of whoever
 * takes them: what has not been taken yet waits in the store. Begins with what comes now or, given `after`, right behind
 * that position. Ends when `signal` fires. Errors as `readOnly` and `resolveScope`.
 */
export async function* tailEvents(parameters: Parameters, signal?: AbortSignal): AsyncGenerator<TailNews[]> {
  const leave = listener.join();
  try {
    const { position: start, forgotten } = await readOnly((reader) => begin(reader, parameters), signal);
    let position = start;
    yield [{ kind: forgotten ? 'gap' : 'position', position: writePosition(position) }];
    for (;;) {
      const { mark } = listener;
      const step = await readOnly((reader) => nextStep(reader, parameters, position), signal);
      if (step === null) {
        await listener.next(mark, SILENCE_MS, signal);
        if (signal?.aborted === true) return;
        if (mark === listener.mark) yield [{ kind: 'position', position: writePosition(position) }];
        continue;
      }
      position = step.position;
      yield step.news;
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  } finally {
    leave();
  }
}

interface Start {
  readonly position: TailPosition;
  readonly forgotten: boolean;
}

async function begin(reader: Reader, parameters: Parameters): Promise<Start> {
  // A question that cannot be understood must fail now, not when something arrives.
  await resolveScope(reader, parameters);
  const now = { arrival: await newestArrival(reader), n: WHOLE };
  if (parameters.after === undefined || parameters.after === '') return { position: now, forgotten: false };
  const position = readPosition(parameters.after);
  const forgotten =
    now.arrival < position.arrival ||
    !(now.arrival === position.arrival || (await isRemembered(reader, position.arrival)));
  return { position: forgotten ? now : position, forgotten };
}

interface Step {
  readonly position: TailPosition;
  readonly news: TailNews[];
}

/** Looks at the next events behind a position; null when there are none yet. */
async function nextStep(reader: Reader, parameters: Parameters, position: TailPosition): Promise<Step | null> {
  const arrivals = await arrivalsFrom(reader, position.arrival, ARRIVALS_AT_ONCE);
  const next = arrivals.find((arrival) => arrival.id > position.arrival || arrival.last > position.n);
  if (next === undefined) return null;
  const after = next.id === position.arrival ? position.n : next.first - 1;
  const whole = { arrival: next.id, n: WHOLE };
  const scope = await resolveScope(reader, parameters, wholeSecond());
  if (!scope.segments.some(({ id }) => id === next.segment)) return { position: whole, news: passed(whole) };
  if (next.last - next.first >= ARRIVAL_EVENTS_MAX) return { position: whole, news: [announced(next, whole)] };
  const page = await pages.behind(reader, next, after, readsOriginals(scope.query));
  const reached = page.upTo >= next.last ? whole : { arrival: next.id, n: page.upTo };
  const isIn = testOf(scope);
  const known = scope.since?.numbers.get(next.segment) ?? 0;
  const news = page.events.flatMap((event): TailNews[] => {
    if (event.n < known || !isIn(event)) return [];
    const n = reached === whole && event.n === next.last ? WHOLE : event.n;
    return [{ kind: 'event', position: writePosition({ arrival: next.id, n }), event: event.answer }];
  });
  return { position: reached, news: [...news, ...passed(reached)] };
}

function passed(position: TailPosition): TailNews[] {
  return [{ kind: 'position', position: writePosition(position) }];
}

function announced({ segment, first, last }: Arrival, position: TailPosition): TailNews {
  return { kind: 'many', position: writePosition(position), many: { segment, events: last - first + 1 } };
}

function testOf({ query, types, from, to, now }: Scope): (event: TailEvent) => boolean {
  const isAskedFor = queryPredicate(query, now);
  const first = from === null ? Number.NEGATIVE_INFINITY : from.getTime() * 1000;
  const end = to === null ? Number.POSITIVE_INFINITY : to.getTime() * 1000;
  const anyTime = from === null && to === null;
  return (event) => {
    if (types.length > 0 && !types.includes(logTypeCode(event.type))) return false;
    if (!anyTime && (event.time === null || event.time < first || event.time >= end)) return false;
    return isAskedFor(event);
  };
}

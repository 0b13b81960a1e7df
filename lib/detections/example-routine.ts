import { type ExampleEvent, MONDAY } from './example-events';

/** An event of an example, without its time. */
export type TimelessEvent = Omit<ExampleEvent, 'time'>;

/** The same event again and again, from `from` on (microseconds since 1970). */
export function* repeated(
  event: TimelessEvent | ((n: number) => TimelessEvent),
  times: number,
  every: number,
  from = MONDAY,
): Generator<ExampleEvent> {
  for (let n = 0; n < times; n += 1) {
    yield { ...(typeof event === 'function' ? event(n) : event), time: from + n * every };
  }
}

/** A request to the API; what is not given of it is an answer 200 to kubectl. */
export function asked(user: string, verb: string, resource: string, more: TimelessEvent['fields'] = {}): TimelessEvent {
  const fields = { user, verb, resource, status: 200, src_ip: '10.0.0.7', user_agent: 'kubectl/v1.31.0', ...more };
  return { type: 'audit', fields };
}

/** One after the other; detectors do not mind their order. */
export function* together(...parts: Iterable<ExampleEvent>[]): Generator<ExampleEvent> {
  for (const part of parts) yield* part;
}

import type { ExampleEvent } from './example-events';
import { repeated, type TimelessEvent } from './example-routine';

/** One end of an example's flow: a pod of a namespace, or an address. */
export interface ExampleEnd {
  readonly ip: string;
  readonly namespace?: string;
  readonly pod?: string;
}

export const WEB: ExampleEnd = { ip: '10.1.0.7', namespace: 'shop', pod: 'web-7d9c5b8f6-x2k4z' };
export const DATABASE: ExampleEnd = { ip: '10.1.0.9', namespace: 'shop', pod: 'db-0' };

/** A connection that was let, on a port of the asked; `more` are further fields. */
export function flow(
  from: ExampleEnd,
  to: ExampleEnd,
  port: number,
  more: TimelessEvent['fields'] = {},
): TimelessEvent {
  const ends = {
    src_ip: from.ip,
    ...(from.namespace === undefined ? {} : { src_namespace: from.namespace }),
    ...(from.pod === undefined ? {} : { src_pod: from.pod }),
    dst_ip: to.ip,
    ...(to.namespace === undefined ? {} : { dst_namespace: to.namespace }),
    ...(to.pod === undefined ? {} : { dst_pod: to.pod }),
  };
  return {
    type: 'network',
    fields: { ...ends, src_port: 40_123, dst_port: port, protocol: 'tcp', verdict: 'forwarded', ...more },
  };
}

/** A workload of one pod, by a number. */
export function workload(number: number): ExampleEnd {
  return { ip: `10.1.1.${number}`, namespace: 'apps', pod: `part${number}-7d9c5b8f6-x2k4z` };
}

/** The same event at these times, in microseconds since 1970. */
export function* at(event: TimelessEvent, times: Iterable<number>): Generator<ExampleEvent> {
  for (const time of times) yield { ...event, time };
}

/** Events, each later by so many microseconds. */
export function* later(events: Iterable<ExampleEvent>, by: (n: number) => number): Generator<ExampleEvent> {
  let n = 0;
  for (const event of events) {
    yield { ...event, time: event.time + by(n) };
    n += 1;
  }
}

/** So many times within `length` microseconds from `from` on, in no order that anybody would call regular. */
export function* anyTimes(times: number, from: number, length: number): Generator<number> {
  for (let n = 0; n < times; n += 1) yield from + ((n * n * 7919 + n * 104_729) % 86_399) * (length / 86_399);
}

/** What eight workloads have always asked of one address outside, each hour. */
export function* usualCalls(from: number, hours: number): Generator<ExampleEvent> {
  for (let number = 0; number < 8; number += 1)
    yield* repeated(flow(workload(number), { ip: '198.51.100.3' }, 443, { bytes: 5000 }), hours, 3600e6, from);
}

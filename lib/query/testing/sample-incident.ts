import type { LogType } from '@/lib/events';
import { EMPTY_EVENT, type SampleEvent } from './sample-event';

/** A few events of one day, for the examples of steps: small enough to count by hand. */
export const SAMPLE_INCIDENT: readonly SampleEvent[] = [
  event('audit', '10:00', { user: 'ada', verb: 'list' }),
  event('audit', '10:10', { user: 'ada', verb: 'list' }),
  event('audit', '10:20', { user: 'ada', verb: 'delete' }),
  event('network', '10:30', { src_pod: 'web', bytes: 1000 }),
  event('network', '11:00', { src_pod: 'web', bytes: 2000 }),
  event('audit', '12:00', { user: 'bob', verb: 'create' }),
  event('audit', '12:10', { user: 'bob', verb: 'list' }),
  event('network', '12:20', { src_pod: 'batch', bytes: 5000 }),
];

function event(type: LogType, clock: string, fields: Readonly<Record<string, string | number>>): SampleEvent {
  const time = Date.parse(`2026-01-31T${clock}:00Z`) * 1000;
  return { ...EMPTY_EVENT, type, time, fields: new Map(Object.entries(fields)) };
}

import type { LogEvent } from '@/lib/events';
import type { FlowField } from './aws-vpc-flow-fields';
import { flowSentence } from './flow-sentence';
import { protocolName } from './protocols';
import type { ReadContext } from './read-context';
import { tcpFlagNames } from './tcp-flags';

/** Fills an event from the columns of a flow log; `values` has what each column of `plan` holds, null where it says nothing. */
export function fillFromFlow(
  plan: readonly FlowField[],
  values: readonly (string | number | null)[],
  event: LogEvent,
  context: ReadContext,
): void {
  let end: number | null = null;
  let start: number | null = null;
  let status = '';
  for (let place = 0; place < plan.length; place++) {
    const value = values[place];
    const field = plan[place];
    if (value === null || value === undefined || field === undefined) continue;
    if (typeof value === 'string') {
      if (field.target === 'status') status = value;
      else setText(field, value, event);
    } else if (field.target === 'start') start = value;
    else if (field.target === 'end') end = value;
    else setNumber(field, value, event);
  }
  setTimes(start, end, event, context);
  if (status !== '' && status !== 'OK') event.setAttribute('log_status', status);
  // Skipped data is data that nobody has.
  event.severity = event.verdict === 'reject' ? 'warning' : status === 'SKIPDATA' ? 'notice' : 'info';
  event.message = sentence(event, status);
}

function setTimes(start: number | null, end: number | null, event: LogEvent, context: ReadContext): void {
  const time = start ?? end;
  if (time !== null) context.clock.setFull(event, time * 1_000_000);
  if (start !== null && end !== null && end >= start) event.durationMs = (end - start) * 1000;
}

function setText({ target, attribute }: FlowField, value: string, event: LogEvent): void {
  switch (target) {
    case 'srcIp':
    case 'dstIp':
    case 'direction':
    case 'reason':
    case 'verdict':
      event[target] = value;
      break;
    default:
      if (attribute !== null) event.setAttribute(attribute, value);
  }
}

function setNumber({ target, attribute }: FlowField, value: number, event: LogEvent): void {
  switch (target) {
    case 'srcPort':
    case 'dstPort':
    case 'bytes':
    case 'packets':
      event[target] = value;
      break;
    case 'protocol':
      event.protocol = protocolName(value);
      break;
    case 'tcpFlags':
      event.setAttribute('tcp_flags', value);
      event.setAttribute('tcp.flags', tcpFlagNames(value));
      break;
    default:
      if (attribute !== null) event.setAttribute(attribute, value);
  }
}

/** What a person reads first: who spoke to whom, and how it went. */
function sentence(event: LogEvent, status: string): string {
  if (event.srcIp === null && event.dstIp === null) {
    return `${event.attributes?.interface_id ?? 'flow'} ${status === '' ? 'without addresses' : status}`;
  }
  return flowSentence(event);
}

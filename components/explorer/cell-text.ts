import type { EventAnswer } from '@/lib/interface';

/** What a cell of the table says, but for time, type and severity, which are drawn in their own way. Empty = nothing known. */
export function cellText(event: EventAnswer, column: string): string {
  switch (column) {
    case 'message':
      return event.message;
    case 'file':
      return `${event.source.path}:${event.source.line}`;
    case 'where':
      return placeOf(event);
    case 'from':
      return endpointOf(event, 'src');
    case 'to':
      return endpointOf(event, 'dst');
    default:
      return Object.hasOwn(event.fields, column) ? valueText(event.fields[column]) : '';
  }
}

/** Where it happened, in the fewest words that tell: the pod, else who asked, else the program and its machine. */
function placeOf({ fields, type }: EventAnswer): string {
  const pod = joined(fields.namespace, '/', fields.pod);
  if (type === 'audit') return valueText(fields.user) || pod;
  if (type === 'network') return joined(fields.src_namespace, '/', fields.src_pod) || valueText(fields.src_ip) || pod;
  if (fields.pod !== undefined && type === 'application') return pod;
  if (fields.component === undefined) return pod || valueText(fields.node);
  return joined(fields.component, ' · ', fields.node);
}

/** One end of a conversation: its pod where known, else its address; the port beside it. */
function endpointOf({ fields }: EventAnswer, end: 'src' | 'dst'): string {
  const pod = joined(fields[`${end}_namespace`], '/', fields[`${end}_pod`]);
  const address = valueText(fields[`${end}_ip`]);
  const host = pod || (address.includes(':') ? `[${address}]` : address);
  return joined(host, ':', fields[`${end}_port`]);
}

function valueText(value: string | number | boolean | undefined): string {
  return value === undefined ? '' : String(value);
}

function joined(first: string | number | boolean | undefined, between: string, second: typeof first): string {
  return [valueText(first), valueText(second)].filter((text) => text !== '').join(between);
}

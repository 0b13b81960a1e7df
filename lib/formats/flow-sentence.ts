import type { LogEvent } from '@/lib/events';

/** What a person reads of a flow first: who spoke to whom, how, and how it went. */
export function flowSentence(event: LogEvent): string {
  const from = party(event.srcNamespace, event.srcPod, event.srcIp, event.srcPort);
  const to = party(event.dstNamespace, event.dstPod, event.dstIp, event.dstPort);
  const protocol = event.protocol === null ? '' : ` ${event.protocol}`;
  const verdict = event.verdict === null ? '' : ` ${event.verdict}`;
  return `${from} → ${to}${protocol}${verdict}${event.bytes === null ? '' : ` ${event.bytes} bytes`}`;
}

/** `namespace/pod:port`, or the address where no pod is known; an IPv6 address in brackets. */
function party(namespace: string | null, pod: string | null, ip: string | null, port: number | null): string {
  let name = ip === null ? '?' : ip.includes(':') ? `[${ip}]` : ip;
  if (pod !== null) name = namespace === null ? pod : `${namespace}/${pod}`;
  return port === null ? name : `${name}:${port}`;
}

import { isNameServerName, isProxyName, type LogEvent, typeOfPlace } from '@/lib/events';

/** What a workload's controllers put behind its name; the characters are those of Kubernetes' own random names. */
const GENERATED = /(?:-[bcdfghjklmnpqrstvwxz2456789]{8,10})?-[bcdfghjklmnpqrstvwxz2456789]{5}$/;

/**
 * Names the component of what a pod of the control plane, a proxy or a name server wrote, as an envelope tells it, so that the
 * record's type is decided by it and not by the file, which may hold the logs of many.
 */
export function nameTellingWriter(event: LogEvent): void {
  const { namespace, pod, container } = event;
  if (event.component !== null || (pod === null && container === null)) return;
  const type = typeOfPlace({ namespace, pod, container, component: null, unit: null }, '');
  if (type === 'control-plane') event.component = container ?? pod;
  if (type !== 'network') return;
  const telling = container !== null && (isProxyName(container) || isNameServerName(container)) ? container : pod;
  event.component = telling?.replace(GENERATED, '') ?? null;
}

import { type LogEvent, typeOfPlace } from '@/lib/events';

/**
 * Names the component of what a control plane's pod wrote, as an envelope tells it, so that the record's type is decided by it
 * and not by the file, which may hold the logs of many.
 */
export function nameControlPlane(event: LogEvent): void {
  const { namespace, pod, container } = event;
  if (event.component !== null || (pod === null && container === null)) return;
  const place = { namespace, pod, container, component: null, unit: null };
  if (typeOfPlace(place, '') === 'control-plane') event.component = container ?? pod;
}

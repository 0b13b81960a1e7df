import { type LogEvent, typeOfPlace } from '@/lib/events';
import type { ReadContext } from '@/lib/formats';
import type { Identity } from '@/lib/layouts';

/**
 * Gives an event what its file's place tells, where the record itself is silent, and its type where no format decided it.
 * A request or a flow names the namespace and pod that it is about; those of the program that logged it would be wrong there.
 */
export function placeEvent(event: LogEvent, identity: Identity, context: ReadContext): void {
  const { scope } = context;
  event.type ??=
    typeOfPlace({ ...identity, ...scope, component: event.component ?? identity.component }, context.path) ??
    'application';
  event.cluster ??= identity.cluster;
  event.node ??= identity.node;
  event.component ??= identity.component;
  if (event.type === 'audit' || event.type === 'network') return;
  event.unit ??= identity.unit;
  event.namespace ??= scope?.namespace ?? identity.namespace;
  event.pod ??= scope?.pod ?? identity.pod;
  event.container ??= scope?.container ?? identity.container;
  event.restart ??= identity.restart;
}
